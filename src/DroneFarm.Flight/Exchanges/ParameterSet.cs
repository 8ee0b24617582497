using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Sets one parameter and compares the vehicle's echo. An echo with another value may be an older one that was delayed, so it counts only when the vehicle
/// gives it twice to two sends.
/// </summary>
public sealed class ParameterSet(string name, float wanted, Pace? pace = null) : Exchange<ParameterResult>
{
    private readonly Retry retry = new(pace ?? Pace.Command);
    private float? other;
    private bool sentSince;

    public override string Topic => "parameter " + name;

    protected override ParameterResult Aborted(AbortReason reason) => new(name, ParameterOutcome.Cancelled, other);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out ParamValue value) || value.ParamId.ToText() != name) return;
        var echo = value.Value;
        if (IsSame(echo))
        {
            Finish(new ParameterResult(name, ParameterOutcome.Done, echo));
        }
        else if (other == echo && sentSince)
        {
            Finish(new ParameterResult(name, ParameterOutcome.Differs, echo));
        }
        else
        {
            (other, sentSince) = (echo, false);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (!retry.IsOver(now)) Send(now);
        else Finish(new ParameterResult(name, other is null ? ParameterOutcome.TimedOut : ParameterOutcome.Differs, other));
    }

    private bool IsSame(float echo) => Math.Abs(echo - wanted) <= 1e-6f * Math.Max(1, Math.Abs(wanted));

    private void Send(DateTimeOffset now)
    {
        sentSince = true;
        Peer.Send(new ParamSet { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, ParamId = Text16.From(name), ParamValue = wanted, ParamType = MavParamType.Real32 });
        Due = retry.Sent(now);
    }
}
