using Microsoft.AspNetCore.SignalR;

namespace DroneFarm.Station.Live;

/// <summary>Samples snapshots and sends one picture to all pages, ten times a second by the wall's clock.</summary>
public sealed class LiveLoop(IHubContext<LiveHub> hub, LiveView view)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            using var timer = new PeriodicTimer(Every, TimeProvider.System);
            while (await timer.WaitForNextTickAsync(cancel)) await hub.Clients.All.SendAsync("picture", view.Picture(), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }
}
