using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Access;
using Microsoft.AspNetCore.SignalR;

namespace DroneFarm.Station.Live;

/// <summary>What the station and its pages say to each other all the time. Orders do not come this way: they are requests with an answer.</summary>
public sealed class LiveHub(ScreenWatchdog watchdog, ControlToken control) : Hub
{
    /// <summary>
    /// The page calls it each time it has drawn, a few times a second. Only the screen of the pilot in control counts: nobody else's would bring a vehicle home.
    /// </summary>
    public void Drawn()
    {
        if (Context.GetHttpContext() is { } context && control.IsHeldBy(Doorkeeper.SessionOf(context))) watchdog.Alive();
    }

    public override Task OnConnectedAsync()
    {
        if (Context.GetHttpContext() is not { } context || Doorkeeper.SessionOf(context) is not { } session || !session.May(Role.Viewer)) Context.Abort();
        return Task.CompletedTask;
    }
}
