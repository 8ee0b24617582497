using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>A point that flies a mission at 5 m/s, climbs and sinks at 3 m/s, and pumps while it moves with permission.</summary>
internal sealed class FakeFlight
{
    private const double SpeedMps = 5;
    private const double ClimbMps = 3;
    private static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.8);
    private static readonly LocalFrame Frame = new(Home);

    private LocalPoint place;
    private double heightM;
    private bool moving;

    public CopterMode Mode { get; set; } = CopterMode.Stabilize;

    public bool Armed { get; private set; }

    public bool SprayerAllowed { get; set; }

    /// <summary>A pump whose switch sticks runs although it may not.</summary>
    public bool PumpSticks { get; set; }

    public bool RefusesToArm { get; set; }

    public DateTimeOffset BootedAt { get; private set; } = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Holds on the line in AUTO (DO_PAUSE_CONTINUE).</summary>
    public bool Held { get; set; }

    public int Item { get; private set; }

    public bool OnGround => heightM <= 0.01;

    public double SprayedM { get; private set; }

    public int PumpUs => PumpSticks || (SprayerAllowed && moving) ? 1500 : 1000;

    public void Reboot(DateTimeOffset now) => (BootedAt, Mode, SprayerAllowed) = (now, CopterMode.Stabilize, false);

    public bool TryArm(bool arm)
    {
        if (arm && (RefusesToArm || Mode != CopterMode.Guided)) return false;
        if (!arm && !OnGround) return false;
        (Armed, Item) = (arm, 0);
        return true;
    }

    public GlobalPositionInt Position(DateTimeOffset now)
    {
        var at = Frame.ToGeo(place);
        return new GlobalPositionInt
        {
            TimeBootMs = (uint)(now - BootedAt).TotalMilliseconds,
            Lat = (int)Math.Round(at.LatitudeDeg * 1e7),
            Lon = (int)Math.Round(at.LongitudeDeg * 1e7),
            RelativeAlt = (int)(heightM * 1000),
            Vx = (short)(moving ? SpeedMps * 100 : 0),
        };
    }

    public void Step(TimeSpan passed, List<MissionItemInt> mission)
    {
        moving = false;
        if (!Armed) return;
        if (Mode is CopterMode.Rtl or CopterMode.AutoRtl) GoHome(passed);
        else if (Mode == CopterMode.Land) Land(passed);
        else if (Mode == CopterMode.Auto && !Held) Fly(passed, mission);
        if (moving && SprayerAllowed) SprayedM += SpeedMps * passed.TotalSeconds;
    }

    private void Fly(TimeSpan passed, List<MissionItemInt> mission)
    {
        if (Item == 0) Item = 1;
        while (Item < mission.Count)
        {
            var item = mission[Item];
            if (item.Command == MavCmd.DoSprayer) SprayerAllowed = item.Param1 == 1;
            else if (item.Command == MavCmd.NavTakeoff && !Climb(item.Z, passed)) return;
            else if (item.Command == MavCmd.NavWaypoint && !MoveTo(item, passed)) return;
            else if (item.Command == MavCmd.NavReturnToLaunch)
            {
                GoHome(passed);
                return;
            }

            Item++;
        }
    }

    private void GoHome(TimeSpan passed)
    {
        if (MoveTo(default, passed)) Land(passed);
    }

    private void Land(TimeSpan passed)
    {
        if (!Climb(0, passed)) return;
        (Armed, Item) = (false, 0);
    }

    private bool MoveTo(LocalPoint to, TimeSpan passed)
    {
        var stepM = SpeedMps * passed.TotalSeconds;
        if (place.DistanceM(to) <= stepM)
        {
            place = to;
            return true;
        }

        moving = true;
        place += (to - place).Unit * stepM;
        return false;
    }

    private bool MoveTo(in MissionItemInt item, TimeSpan passed) =>
        MoveTo(Frame.ToLocal(new GeoPoint(LatitudeDeg: item.X / 1e7, LongitudeDeg: item.Y / 1e7)), passed);

    private bool Climb(double toM, TimeSpan passed)
    {
        var stepM = ClimbMps * passed.TotalSeconds;
        var leftM = toM - heightM;
        heightM = Math.Abs(leftM) <= stepM ? toM : heightM + (Math.Sign(leftM) * stepM);
        return heightM == toM;
    }
}
