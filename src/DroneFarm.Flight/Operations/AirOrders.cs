using System.Threading.Channels;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Carries out what was ordered of a vehicle in the air, one order after the other. The phase has taken each before it comes here.</summary>
internal sealed class AirOrders(Vehicle vehicle, Follow follow, Func<FlightCause, Phrase, DateTimeOffset, bool> happened)
{
    private static readonly TimeSpan AllowWithin = TimeSpan.FromSeconds(4);

    private readonly Channel<FlightOrder> orders = Channel.CreateUnbounded<FlightOrder>();
    private Phrase why = Phrase.Of("flight.asked.return");

    /// <summary>Why it was called home; null when it was not.</summary>
    public FlightCause? HomeCause { get; private set; }

    public void Put(FlightOrder order) => orders.Writer.TryWrite(order);

    /// <summary>What the machine itself asks for: on the vehicle's loop, refused by the phase where it has no place.</summary>
    public void CallHome(FlightCause cause, Phrase reason, DateTimeOffset now)
    {
        if (!happened(cause, reason, now)) return;
        (HomeCause, why) = (cause, reason);
        Put(new FlightOrder(FlightOrderKind.Return));
    }

    /// <summary>As <see cref="CallHome"/>, to hold in the air.</summary>
    public void CallHold(FlightCause cause, Phrase reason, DateTimeOffset now)
    {
        if (happened(cause, reason, now)) Put(new FlightOrder(FlightOrderKind.Pause));
    }

    public async Task RunAsync(CancellationToken landed)
    {
        try
        {
            await foreach (var order in orders.Reader.ReadAllAsync(landed))
            {
                switch (order.Kind)
                {
                    case FlightOrderKind.Pause:
                        await PauseAsync(landed);
                        break;
                    case FlightOrderKind.Resume:
                        await GoOnAsync(landed);
                        break;
                    case FlightOrderKind.Return:
                        await ReturnAsync(landed);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (landed.IsCancellationRequested)
        {
        }
    }

    private async Task PauseAsync(CancellationToken landed)
    {
        await vehicle.RunAsync(new Remark(follow.Hold), landed);
        var held = await vehicle.RunAsync(new CommandExchange(Command.Pause(goOn: false)), landed);
        if (held == CommandOutcome.Accepted || landed.IsCancellationRequested) return;
        await AllowAsync(landed);
        await SayAsync(FlightCause.PauseRefused, "flight.pause-refused", landed);
    }

    /// <summary>The permission first: standing still the pump does not run, and what is flown without it would stay dry.</summary>
    private async Task GoOnAsync(CancellationToken landed)
    {
        var goesOn = await AllowAsync(landed) && await vehicle.RunAsync(new CommandExchange(Command.Pause(goOn: true)), landed) == CommandOutcome.Accepted;
        if (goesOn || landed.IsCancellationRequested) return;
        await vehicle.RunAsync(new Remark(follow.Hold), landed);
        await SayAsync(FlightCause.GoOnRefused, "flight.go-on-refused", landed);
    }

    private async Task<bool> AllowAsync(CancellationToken landed)
    {
        await vehicle.RunAsync(new Remark(follow.Allow), landed);
        return await vehicle.WaitAsync((_, _) => follow.IsAllowed, AllowWithin, landed);
    }

    /// <summary>Sprayer off first, then RTL; a vehicle whose mode somebody else has chosen meanwhile is left alone.</summary>
    private async Task ReturnAsync(CancellationToken landed)
    {
        HomeCause ??= FlightCause.ReturnAsked;
        await vehicle.RunAsync(new Remark(now => follow.ExpectHome(why, now)), landed);
        while (vehicle.State is { IsArmed: true, Mode: CopterMode.Auto } && !landed.IsCancellationRequested
            && await vehicle.RunAsync(new ModeChange(CopterMode.Rtl), landed) == CommandOutcome.TimedOut)
        {
        }
    }

    private Task<bool> SayAsync(FlightCause cause, string key, CancellationToken landed) =>
        vehicle.RunAsync(new Remark(now => happened(cause, Phrase.Of(key), now)), landed);
}
