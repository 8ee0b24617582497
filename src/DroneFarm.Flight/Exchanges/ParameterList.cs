using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads all parameters: lets the vehicle pour them out, and asks for each that got lost by its index, while the rest still pours and after.</summary>
/// <remarks>
/// <code>
/// Asking  --first VALUE of n--> Pouring    --silence--> TimedOut
/// Pouring --VALUE i--> gaps well below i are asked for   --a pause of 20 values' time--> all that miss are asked for
/// both    --all n there--> Done   --count changed--> anew (SPRAY_ENABLE shows and hides others)   --silence--> Interrupted
/// </code>
/// Twice as many questions are under way as the link brought values in a round trip: a question has less than half a value's bytes, so a slow radio is not flooded; ArduPilot 4.6 queues 20 questions
/// and answers one a millisecond, so they go out ten at a time.
/// </remarks>
public sealed class ParameterList(Pace? pace = null) : Exchange<ParameterListResult>
{
    private const int MayOvertake = 12;
    private const int AtAStroke = 10;
    private const int LeastWindow = 8;
    private const int MostWindow = 120;
    private const int QuietFor = 20; // of the times between two values
    private static readonly TimeSpan UsualTrip = TimeSpan.FromMilliseconds(100);

    private readonly Pace pace = pace ?? Pace.Transfer;
    private readonly Retry retry = new((pace ?? Pace.Transfer) with { First = TimeSpan.FromMilliseconds(200) });
    private ParameterValue[] values = [];
    private Pieces? pieces;
    private DateTimeOffset firstCame;
    private DateTimeOffset lastPoured;
    private int furthest;
    private int poured;

    public override string Topic => "parameter list";

    /// <summary>How many came, of how many; for progress bars. Read it from any thread.</summary>
    public (int Came, int Of) Progress => pieces is { } p ? (p.Count - p.Missing, p.Count) : (0, 0);

    protected override ParameterListResult Aborted(AbortReason reason) => End(TransferOutcome.Cancelled);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        AskForAll(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out ParamValue value) || packet.ComponentId != Peer.ComponentId || value.ParamIndex >= value.ParamCount) return;
        if (pieces is null || pieces.Count != value.ParamCount) Begin(value.ParamCount, now);
        if (!pieces!.Take(value.ParamIndex, now)) return;
        values[value.ParamIndex] = new ParameterValue(value.ParamId.ToText(), value.Value, value.ParamType);
        if (value.ParamIndex > furthest) (furthest, lastPoured) = (value.ParamIndex, now);
        if (pieces.IsComplete) Finish(End(TransferOutcome.Done));
        else Fill(pieces, now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (pieces is not null)
        {
            if (pieces.IsOver(now)) Finish(End(TransferOutcome.Interrupted));
            else Fill(pieces, now);
        }
        else if (retry.IsOver(now))
        {
            Finish(End(TransferOutcome.TimedOut));
        }
        else
        {
            AskForAll(now);
        }
    }

    private void Begin(int count, DateTimeOffset now)
    {
        (pieces, values, furthest) = (new Pieces(count, pace, LeastWindow, now), new ParameterValue[count], -1);
        firstCame = lastPoured = now;
    }

    private void Fill(Pieces missing, DateTimeOffset now)
    {
        var rate = Rate(missing, now);
        var quiet = TimeSpan.FromSeconds(Math.Clamp(QuietFor / rate, 0.1, 0.5));
        var pours = now - lastPoured < quiet && furthest < missing.Count - 1;
        var trip = missing.Trip == TimeSpan.Zero ? UsualTrip : missing.Trip;
        missing.Window = Math.Clamp((int)(2 * rate * trip.TotalSeconds), LeastWindow, MostWindow);
        foreach (var index in missing.Ask(now, pours ? furthest - MayOvertake : int.MaxValue, AtAStroke))
        {
            Peer.Send(new ParamRequestRead { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, ParamIndex = (short)index });
        }

        Due = pours && lastPoured + quiet < missing.Due ? lastPoured + quiet : missing.Due;
    }

    /// <summary>Values a second while they poured.</summary>
    private double Rate(Pieces missing, DateTimeOffset now)
    {
        if (furthest < missing.Count - 1) poured = missing.Count - missing.Missing;
        var passedS = ((furthest < missing.Count - 1 ? now : lastPoured) - firstCame).TotalSeconds;
        return Math.Max(1, poured / Math.Max(0.05, passedS));
    }

    private void AskForAll(DateTimeOffset now)
    {
        // Twice, since all waits for this one word; the second only makes the vehicle begin again.
        Peer.Send(new ParamRequestList { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId });
        Peer.Send(new ParamRequestList { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId });
        Due = retry.Sent(now);
    }

    private ParameterListResult End(TransferOutcome outcome) => new(outcome, [.. values.Where(v => v is not null)], pieces?.Missing ?? 0);
}
