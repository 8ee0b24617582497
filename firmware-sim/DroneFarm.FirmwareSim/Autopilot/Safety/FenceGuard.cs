using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>
/// Watches the fence. It looks at where the vehicle is, not at where the mission leads: a route through an exclusion zone is
/// flown until the zone is breached (point 25).
/// </summary>
internal sealed class FenceGuard(Copter copter)
{
    private const int AltMax = 1, Circle = 2, Polygon = 4, AltMin = 8;

    private readonly List<(LocalPoint[] Corners, bool Inside)> polygons = [];
    private readonly List<(LocalPoint Centre, double RadiusM, bool Inside)> circles = [];
    private int drawnVersion = -1;
    private bool? switched;

    public bool Enabled => switched ?? copter.Parameters.IsOn("FENCE_ENABLE");

    public bool Breached { get; private set; }

    public ushort Breaches { get; private set; }

    public double BreachedAtS { get; private set; }

    public FenceBreach BreachKind { get; private set; }

    public void Switch(bool on)
    {
        switched = on;
        copter.Parameters.Set("FENCE_ENABLE", on ? 1 : 0);
    }

    public void Step(double nowS)
    {
        switched = null;
        if (!Enabled || !copter.Armed || copter.Landed || !copter.Navigation.HasPlace)
        {
            Breached = false;
            return;
        }

        var was = Breached;
        Breached = IsBreached();
        if (!Breached || was) return;
        Breaches++;
        BreachedAtS = nowS;
        copter.Outbox.Say(MavSeverity.Warning, BreachKind switch
        {
            FenceBreach.Maxalt => "Max Alt fence breached",
            FenceBreach.Minalt => "Min Alt fence breached",
            _ => "Polygon fence breached",
        });
        switch ((int)copter.Parameters["FENCE_ACTION"])
        {
            case 0: break;
            case 2: copter.Escape(FailsafeAction.Land); break;
            case 4: copter.Escape(FailsafeAction.BrakeOrLand); break;
            default: copter.Escape(FailsafeAction.ReturnToLaunch); break;
        }
    }

    public bool IsBreached()
    {
        Draw();
        var types = (int)copter.Parameters["FENCE_TYPE"];
        var place = copter.Airframe.Place;
        if ((types & AltMax) != 0 && copter.HeightM > copter.Parameters["FENCE_ALT_MAX"]) return Found(FenceBreach.Maxalt);
        if ((types & AltMin) != 0 && copter.HeightM < copter.Parameters["FENCE_ALT_MIN"]) return Found(FenceBreach.Minalt);
        if ((types & Circle) != 0 && place.Ground.DistanceM(copter.Home.Ground) > copter.Parameters["FENCE_RADIUS"]) return Found(FenceBreach.Boundary);
        if ((types & Polygon) == 0) return false;
        var here = place.Ground;
        if (polygons.Any(p => !p.Inside && Contains(p.Corners, here)) || circles.Any(c => !c.Inside && c.Centre.DistanceM(here) < c.RadiusM))
            return Found(FenceBreach.Boundary);
        var kept = polygons.Any(p => p.Inside) || circles.Any(c => c.Inside);
        var inside = polygons.Where(p => p.Inside).All(p => Contains(p.Corners, here)) && circles.Where(c => c.Inside).All(c => c.Centre.DistanceM(here) <= c.RadiusM);
        return kept && !inside && Found(FenceBreach.Boundary);
    }

    private bool Found(FenceBreach kind)
    {
        BreachKind = kind;
        return true;
    }

    private void Draw()
    {
        if (drawnVersion == copter.Fence.Version) return;
        drawnVersion = copter.Fence.Version;
        polygons.Clear();
        circles.Clear();
        for (var i = 0; i < copter.Fence.Count;)
        {
            var item = copter.Fence[i];
            var inside = item.Command is MavCmd.NavFencePolygonVertexInclusion or MavCmd.NavFenceCircleInclusion;
            switch (item.Command)
            {
                case MavCmd.NavFencePolygonVertexInclusion or MavCmd.NavFencePolygonVertexExclusion:
                    var corners = Enumerable.Range(i, (int)item.Param1).Select(k => copter.GroundOf(copter.Fence[k])).ToArray();
                    polygons.Add((corners, inside));
                    i += corners.Length;
                    break;
                case MavCmd.NavFenceCircleInclusion or MavCmd.NavFenceCircleExclusion:
                    circles.Add((copter.GroundOf(item), item.Param1, inside));
                    i++;
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    /// <summary>The even-odd rule.</summary>
    private static bool Contains(LocalPoint[] corners, LocalPoint point)
    {
        var inside = false;
        for (int i = 0, j = corners.Length - 1; i < corners.Length; j = i++)
        {
            LocalPoint a = corners[i], b = corners[j];
            if (a.NorthM > point.NorthM != b.NorthM > point.NorthM
                && point.EastM < ((b.EastM - a.EastM) * (point.NorthM - a.NorthM) / (b.NorthM - a.NorthM)) + a.EastM) inside = !inside;
        }

        return inside;
    }
}
