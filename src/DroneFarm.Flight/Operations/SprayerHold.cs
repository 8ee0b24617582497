using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Operations;

/// <summary>The sprayer's permission while a mission is followed: taken back for as long as it takes to be seen, or given back once. Owned by a <see cref="Follow"/>.</summary>
internal sealed class SprayerHold(PumpCalibration pump)
{
    private SprayerOff? stopping;
    private CommandExchange? allowing;

    /// <summary>What is known of the pump where it had to be stopped; null when that was not needed.</summary>
    public SprayerOffOutcome? Outcome { get; private set; }

    /// <summary>The permission is where it should be before a held vehicle goes on.</summary>
    public bool IsAllowed { get; private set; }

    public DateTimeOffset? Due => stopping?.Due ?? allowing?.Due;

    public void Stop(IPeer peer, DateTimeOffset now)
    {
        (allowing, IsAllowed) = (null, false);
        if (stopping is { IsDone: false }) return;
        stopping = new SprayerOff(pump);
        stopping.Start(peer, now);
    }

    public void Allow(IPeer peer, DateTimeOffset now)
    {
        (stopping, IsAllowed) = (null, false);
        allowing = new CommandExchange(Command.Sprayer(on: true));
        allowing.Start(peer, now);
    }

    public void LeaveOff() => IsAllowed = true;

    public void On(in Packet packet, DateTimeOffset now)
    {
        stopping?.On(packet, now);
        allowing?.On(packet, now);
    }

    /// <summary>An order that was not confirmed is given again for as long as it takes.</summary>
    public void Tick(IPeer peer, DateTimeOffset now)
    {
        stopping?.Tick(now);
        allowing?.Tick(now);
        if (allowing is { IsDone: true } done)
        {
            IsAllowed = done.Result == CommandOutcome.Accepted;
            allowing = null;
        }

        if (stopping is not { IsDone: true } stopped) return;
        Outcome = stopped.Result;
        stopping = null;
        if (Outcome is SprayerOffOutcome.StillRunning or SprayerOffOutcome.Unanswered) Stop(peer, now);
    }
}
