using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Conformance.Vehicles;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>The ways into the air that several tests share.</summary>
internal static class Flying
{
    private const double HurrySpeedUp = 40;

    public static void Watch(this GroundStation ground, double hertz = 20)
    {
        ground.Stream<Heartbeat>(hertz);
        ground.Stream<GlobalPositionInt>(hertz);
        ground.Stream<ServoOutputRaw>(hertz);
    }

    /// <summary>Until GUIDED can be armed (point 16).</summary>
    public static void AwaitPosition(this GroundStation ground)
    {
        ground.Vehicle.Pace(HurrySpeedUp);
        var mark = ground.Heard.Count;
        ground.Stream<EkfStatusReport>(5);
        ground.Await<EkfStatusReport>(mark, HasPosition, 120);
        ground.Run(2);
        ground.Command(MavCmd.SetMessageInterval, EkfStatusReport.Id, -1);
        ground.Vehicle.Pace(SitlUnderTest.CruiseSpeedUp);
    }

    public static bool HasPosition(EkfStatusReport report) =>
        report.Flags.HasFlag(EkfStatusFlags.PosHorizAbs) && !report.Flags.HasFlag(EkfStatusFlags.ConstPosMode);

    /// <summary>GUIDED, arm, with as many tries as the pre-arm checks ask for.</summary>
    public static void Arm(this GroundStation ground)
    {
        ground.Switch(FlightMode.Guided).ShouldBe(MavResult.Accepted);
        for (var tries = 0; ground.Command(MavCmd.ComponentArmDisarm, 1) != MavResult.Accepted; tries++)
        {
            tries.ShouldBeLessThan(30, string.Join(" | ", ground.Texts().TakeLast(4)));
            ground.Run(2);
        }
    }

    /// <summary>The order that works (point 15).</summary>
    public static void StartMission(this GroundStation ground, IReadOnlyList<MissionItemInt> items)
    {
        ground.Watch();
        ground.AwaitPosition();
        ground.Upload(items).ShouldBe(MavMissionResult.Accepted);
        ground.Arm();
        ground.Command(MavCmd.MissionStart).ShouldBe(MavResult.Accepted);
    }

    /// <summary>Spraying in the middle of the 300 m swath.</summary>
    public static void FlyToMidSwath(this GroundStation ground, double speedMps, bool landStart = false)
    {
        ground.StartMission(ground.Swath(speedMps, landStart));
        ground.Run(200, () => ground.Flown.Place.NorthM > 130, "mid-swath");
        ground.Flown.Pumping.ShouldBeTrue();
        ground.Flown.SprayedM = 0;
    }

    public static void AwaitLanding(this GroundStation ground)
    {
        ground.Vehicle.Pace(HurrySpeedUp);
        ground.Run(300, () => !ground.Flown.Armed, "landing");
        ground.Vehicle.Pace(SitlUnderTest.CruiseSpeedUp);
    }

    /// <summary>Reboots by command and waits until it talks again.</summary>
    public static void Reboot(this GroundStation ground)
    {
        ground.Command(MavCmd.PreflightRebootShutdown, 1).ShouldBe(MavResult.Accepted);
        var mark = ground.Heard.Count;
        var from = mark;
        ground.Run(30, () => ground.All<Heartbeat>(from).Count() >= 3, "heartbeats after the reboot");
    }
}
