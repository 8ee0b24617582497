using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>Every message the vehicle can send on request, by id, and the ones it sends unasked.</summary>
internal sealed class Reports
{
    private const double HeartbeatS = 1, TimeSyncS = 10;

    private readonly Dictionary<uint, Action> byId = [];
    private readonly Copter copter;
    private readonly Action<uint> send;

    public Reports(Copter copter, Body.Wind wind)
    {
        this.copter = copter;
        send = id => byId[id]();
        var state = new StateReports(copter);
        var motion = new MotionReports(copter, wind);
        Add<Heartbeat>(state.Heartbeat);
        Add<SysStatus>(state.SysStatus);
        Add<BatteryStatus>(state.BatteryStatus);
        Add<MissionCurrent>(state.MissionCurrent);
        Add<FenceStatus>(state.FenceStatus);
        Add<ExtendedSysState>(state.ExtendedSysState);
        Add<ServoOutputRaw>(state.ServoOutputs);
        Add<RcChannels>(state.RcChannels);
        Add<AutopilotVersion>(state.AutopilotVersion);
        Add<GlobalPositionInt>(motion.GlobalPosition);
        Add<GpsRawInt>(motion.GpsRaw);
        Add<Attitude>(motion.Attitude);
        Add<VfrHud>(motion.VfrHud);
        Add<EkfStatusReport>(motion.EkfStatus);
        Add<HomePosition>(motion.HomePosition);
        Add<NavControllerOutput>(motion.Navigation);
        Add<Mavlink.Messages.Wind>(motion.Wind);
        Add<SystemTime>(motion.SystemTime);
        Add<Timesync>(motion.TimeSync);
        Add<TerrainRequest>(RequestTerrain);
        Add<TerrainReport>(motion.Terrain);
        Streams.Set(Heartbeat.Id, HeartbeatS * 1e6, 0, HeartbeatS - 0.01);
        Streams.Set(Timesync.Id, TimeSyncS * 1e6, 0, TimeSyncS);
    }

    public Streams Streams { get; } = new();

    public bool Knows(uint messageId) => byId.ContainsKey(messageId);

    public void Send(uint messageId) => byId[messageId]();

    public void Step() => Streams.Step(copter.NowS, send);

    /// <summary>What a message's interval of 0 asks for: the default, which is not to send it, or a heartbeat a second.</summary>
    public static double DefaultS(uint messageId) => messageId == Heartbeat.Id ? HeartbeatS : 0;

    private void Add<T>(Action report)
        where T : struct, IMessage<T> => byId[T.Id] = report;

    /// <summary>Terrain is asked for only while some is wanted (point 26).</summary>
    private void RequestTerrain()
    {
        if (copter.Terrain()?.Request(copter.NowS) is { } request) copter.Outbox.Send(request);
    }
}
