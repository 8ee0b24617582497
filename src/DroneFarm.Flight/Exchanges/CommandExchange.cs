using System.Globalization;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// A command until its answer: sent again with the confirmation counter while the vehicle is silent, unless it is one that must not be done twice. The answer is
/// matched by the command's id (ARDUPILOT.md point 30). IN_PROGRESS stops the repeating and waits on.
/// </summary>
/// <param name="pace">A command that must not come late gets a short <see cref="Pace.GiveUpAfter"/>.</param>
/// <remarks>
/// <code>
/// Asking  --ack IN_PROGRESS--> Running      --any other ack--> done
/// Asking  --silence------------> TimedOut (of a command to be done once: it may have been done)   Running --60 s of silence--> TimedOut
/// </code>
/// </remarks>
public sealed class CommandExchange(Command command, Pace? pace = null) : Exchange<CommandOutcome>
{
    private static readonly TimeSpan RunsAtMost = TimeSpan.FromSeconds(60);

    private readonly Pace pace = pace ?? Pace.Command;
    private readonly Retry retry = new(pace ?? Pace.Command);
    private bool running;

    public override string? Topic { get; } = "command " + ((int)command.Id).ToString(CultureInfo.InvariantCulture);

    protected override CommandOutcome Aborted(AbortReason reason) => CommandOutcome.Cancelled;

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Send(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out CommandAck ack) || ack.Command != command.Id || !IsForUs(ack.TargetSystem, ack.TargetComponent)) return;
        if (ack.Result == MavResult.InProgress)
        {
            running = true;
            Due = now + RunsAtMost;
            return;
        }

        Finish(ack.Result switch
        {
            MavResult.Accepted => CommandOutcome.Accepted,
            MavResult.TemporarilyRejected => CommandOutcome.TemporarilyRejected,
            MavResult.Denied => CommandOutcome.Denied,
            MavResult.Unsupported => CommandOutcome.Unsupported,
            MavResult.Cancelled => CommandOutcome.CancelledByVehicle,
            _ => CommandOutcome.Failed,
        });
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (running || retry.IsOver(now)) Finish(CommandOutcome.TimedOut);
        else Send(now);
    }

    private void Send(DateTimeOffset now)
    {
        if (command.Place is { } place) SendInt(place);
        else SendLong();
        Due = retry.Sent(now);
        if (command.Once) Due = now + pace.GiveUpAfter;
    }

    private void SendInt(CommandPlace place) => Peer.Send(new CommandInt
    {
        TargetSystem = Peer.SystemId,
        TargetComponent = Peer.ComponentId,
        Command = command.Id,
        Frame = place.Frame,
        Param1 = command.P1,
        Param2 = command.P2,
        Param3 = command.P3,
        Param4 = command.P4,
        X = place.LatE7,
        Y = place.LonE7,
        Z = command.P7,
    });

    private void SendLong() =>
        Peer.Send(new CommandLong
        {
            TargetSystem = Peer.SystemId,
            TargetComponent = Peer.ComponentId,
            Command = command.Id,
            Confirmation = (byte)Math.Min(retry.Times, byte.MaxValue),
            Param1 = command.P1,
            Param2 = command.P2,
            Param3 = command.P3,
            Param4 = command.P4,
            Param5 = command.P5,
            Param6 = command.P6,
            Param7 = command.P7,
        });
}
