using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads one parameter by its name, or by another one that it has in other releases: a vehicle is silent about a name it does not have.</summary>
/// <param name="name">As it is on the wire, at most 16 letters.</param>
/// <param name="otherName">Asked for at the same time; the result bears the name that was answered to.</param>
public sealed class ParameterGet(string name, string? otherName = null, Pace? pace = null) : Exchange<ParameterResult>
{
    private readonly Retry retry = new(pace ?? Pace.Command);

    public override string Topic => "parameter " + name;

    protected override ParameterResult Aborted(AbortReason reason) => new(name, ParameterOutcome.Cancelled, null);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out ParamValue value)) return;
        var answered = value.ParamId.ToText();
        if (answered == name || answered == otherName) Finish(new ParameterResult(answered, ParameterOutcome.Done, value.Value));
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(new ParameterResult(name, ParameterOutcome.TimedOut, null));
        else Send(now);
    }

    private void Send(DateTimeOffset now)
    {
        Ask(name);
        if (otherName is not null) Ask(otherName);
        Due = retry.Sent(now);
    }

    private void Ask(string called) =>
        Peer.Send(new ParamRequestRead { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, ParamIndex = -1, ParamId = Text16.From(called) });
}
