using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// One MAVLink conversation as a small machine: it is started once, sees each packet and each moment it asked for (<see cref="Due"/>), and comes to
/// one result. It knows no socket, task or clock, so every case of loss is a test that runs in microseconds.
/// </summary>
public abstract class Exchange
{
    private IPeer? peer;

    /// <summary>When <see cref="OnTick"/> wants to be called next; null while only packets matter.</summary>
    public DateTimeOffset? Due { get; protected set; }

    public abstract bool IsDone { get; }

    /// <summary>Two exchanges with the same topic never run at once, since their answers could not be told apart; null runs beside anything.</summary>
    public virtual string? Topic => null;

    protected IPeer Peer => peer ?? throw new InvalidOperationException("the exchange was not started");

    public void Start(IPeer with, DateTimeOffset now)
    {
        if (peer is not null) throw new InvalidOperationException("an exchange runs once");
        peer = with;
        OnStart(now);
    }

    /// <summary>A packet from the vehicle.</summary>
    public void On(in Packet packet, DateTimeOffset now)
    {
        if (!IsDone && packet.SystemId == Peer.SystemId) OnPacket(in packet, now);
    }

    public void Tick(DateTimeOffset now)
    {
        if (!IsDone && Due is { } due && now >= due) OnTick(now);
    }

    /// <summary>Ends the conversation without the vehicle's word.</summary>
    public abstract void Abort(AbortReason reason);

    protected abstract void OnStart(DateTimeOffset now);

    protected abstract void OnPacket(in Packet packet, DateTimeOffset now);

    protected virtual void OnTick(DateTimeOffset now) => Due = null;

    /// <summary>Whether an answer is for us: addressed to us or to everybody.</summary>
    protected bool IsForUs(byte system, byte component) =>
        (system == 0 || system == Peer.Own.SystemId) && (component == 0 || component == Peer.Own.ComponentId);
}
