using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Operations;

/// <summary>From GUIDED on the ground into the flying mission: arm, at once MISSION_START, and believe only the heartbeat's armed bit and mode (ARDUPILOT.md points 15 and 16).</summary>
/// <remarks>
/// <code>
/// Arming   --ack ACCEPTED or armed bit--> Starting  --ack refused--> Arming again in 2 s, with the vehicle's words kept   --90 s--> NotArmed
/// Starting --armed and AUTO--> Started    --AUTO, not armed--> Disarming   --10 s--> Disarming
/// Disarming --not armed--> NotStarted     --10 s--> NotStarted (and said so by the armed bit)
/// any      --a mode that is neither GUIDED nor AUTO--> TakenOver
/// </code>
/// </remarks>
public sealed class Launch(TimeSpan? armFor = null) : Exchange<LaunchResult>
{
    private static readonly TimeSpan RetryAfterRefusal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StartFor = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan DisarmFor = TimeSpan.FromSeconds(8);

    private readonly TimeSpan armFor = armFor ?? TimeSpan.FromSeconds(90);
    private Step step = Step.Arming;
    private DateTimeOffset stepEnds;
    private DateTimeOffset began;
    private string reason = "";
    private bool answered;

    private enum Step
    {
        Arming,
        Starting,
        Disarming,
    }

    public override string Topic => "launch";

    protected override LaunchResult Aborted(AbortReason reason) => new(LaunchOutcome.Cancelled, this.reason);

    protected override void OnStart(DateTimeOffset now)
    {
        (began, stepEnds) = (now, now + armFor);
        Say(Command.Arm, RepeatAfter, now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (Peer.State.Notice is { } notice && notice.At >= began && IsAboutArming(notice.Value)) reason = notice.Value.Text;
        if (packet.TryRead(out CommandAck ack))
        {
            if (IsForUs(ack.TargetSystem, ack.TargetComponent)) Answered(ack, now);
        }
        else if (packet.Is<Heartbeat>())
        {
            Beat(Peer.State, now);
        }
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (now >= stepEnds)
        {
            if (step == Step.Starting) Disarm(now);
            else Finish(new(step == Step.Disarming ? LaunchOutcome.NotStarted : answered ? LaunchOutcome.NotArmed : LaunchOutcome.TimedOut, reason));
            return;
        }

        Say(step switch { Step.Arming => Command.Arm, Step.Starting => Command.StartMission, _ => Command.Disarm }, RepeatAfter, now);
    }

    private static bool IsAboutArming(Notice notice) =>
        notice.Text.StartsWith("Arm", StringComparison.OrdinalIgnoreCase) || notice.Text.StartsWith("PreArm", StringComparison.OrdinalIgnoreCase)
        || notice.Text.StartsWith("Mode change", StringComparison.OrdinalIgnoreCase);

    private void Answered(in CommandAck ack, DateTimeOffset now)
    {
        if (step != Step.Arming || ack.Command != MavCmd.ComponentArmDisarm) return;
        answered = true;
        if (ack.Result == MavResult.Accepted) Start(now);
        else Due = Earlier(now + RetryAfterRefusal);
    }

    private void Beat(VehicleState state, DateTimeOffset now)
    {
        if (state.Mode is not (CopterMode.Guided or CopterMode.Auto)) Finish(new(LaunchOutcome.TakenOver, reason));
        else if (step == Step.Arming && state.IsArmed) Start(now);
        else if (step == Step.Starting && state is { IsArmed: true, Mode: CopterMode.Auto }) Finish(new(LaunchOutcome.Started, ""));
        else if (step == Step.Starting && state is { IsArmed: false, Mode: CopterMode.Auto }) Disarm(now);
        else if (step == Step.Disarming && !state.IsArmed) Finish(new(LaunchOutcome.NotStarted, reason));
    }

    private void Start(DateTimeOffset now)
    {
        (step, stepEnds) = (Step.Starting, now + StartFor);
        Say(Command.StartMission, RepeatAfter, now);
    }

    private void Disarm(DateTimeOffset now)
    {
        (step, stepEnds) = (Step.Disarming, now + DisarmFor);
        Say(Command.Disarm, RepeatAfter, now);
    }

    private void Say(Command command, TimeSpan again, DateTimeOffset now)
    {
        Peer.Send(new CommandLong { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Command = command.Id, Param1 = command.P1 });
        Due = Earlier(now + again);
    }

    private DateTimeOffset Earlier(DateTimeOffset at) => at < stepEnds ? at : stepEnds;
}
