using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>Reads one parameter by its name.</summary>
public sealed class ParameterGet(string name, Pace? pace = null) : Exchange<ParameterResult>
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
        if (packet.TryRead(out ParamValue value) && value.ParamId.ToText() == name) Finish(new ParameterResult(name, ParameterOutcome.Done, value.Value));
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(new ParameterResult(name, ParameterOutcome.TimedOut, null));
        else Send(now);
    }

    private void Send(DateTimeOffset now)
    {
        Peer.Send(new ParamRequestRead { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, ParamIndex = -1, ParamId = Text16.From(name) });
        Due = retry.Sent(now);
    }
}
