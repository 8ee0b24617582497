using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>
/// Writes a sortie as mission items: endpoints only, the sprayer on from a swath's start to its end and off everywhere else, height changed
/// straight up and down at a field's first and last point, waypoints over home or over the terrain (take-off and way home always over home: a take-off over the
/// terrain jumps where AUTO is entered elsewhere, ArduPilot issue 20142), and the tail that switches the sprayer off after any failsafe (ARDUPILOT.md points 3, 33, 34).
/// </summary>
internal sealed class MissionWriter(LocalFrame frame, Job job, SwitchPoints switching)
{
    /// <summary>A boom so far out of square is left as it is: at 5 m it reaches 0.13 m ahead on one side.</summary>
    private const double AskewDeg = 3;

    private readonly List<MissionItem> items = [];
    private (GeoPoint Place, double HeightM)? last;
    private LocalVector came;
    private double? speedMps;
    private double? flowLPerMinPerMps;
    private double? noseDeg;
    private double lowM = job.HeightM;
    private bool spraying;
    private bool returnsHome;

    public static List<MissionItem> Items(Sortie sortie, LocalFrame frame, Job job, SwitchPoints switching) => new MissionWriter(frame, job, switching).Write(sortie);

    /// <summary>A place as the vehicle stores it, in whole 1e-7 degrees, so that what the plan says is what is read back (ARDUPILOT.md point 11).</summary>
    public static GeoPoint Stored(GeoPoint place) =>
        new(LatitudeDeg: Math.Round(place.LatitudeDeg, 7, MidpointRounding.AwayFromZero), LongitudeDeg: Math.Round(place.LongitudeDeg, 7, MidpointRounding.AwayFromZero));

    private List<MissionItem> Write(Sortie sortie)
    {
        var home = Stored(frame.ToGeo(sortie.From.Place));
        items.Add(new MissionItem(MissionCommand.Takeoff, Place: home, HeightM: job.TransitHeightM));
        last = (home, job.TransitHeightM);
        items.Add(MissionItem.Sprayer(on: false));
        returnsHome = sortie.From.Place == sortie.To.Place;
        for (var i = 0; i < sortie.Legs.Count; i++)
        {
            if (sortie.Legs[i] is SprayLeg spray) Spray(spray, isGoneOn: i + 2 < sortie.Legs.Count && sortie.Legs[i + 2] is SprayLeg next && next.GoesOnFrom(spray));
            else Cross((TransitLeg)sortie.Legs[i]);
        }

        items.Add(new MissionItem(MissionCommand.LandStart, Place: Stored(frame.ToGeo(sortie.To.Place))));
        items.Add(MissionItem.Sprayer(on: false));
        items.Add(new MissionItem(MissionCommand.ReturnToLaunch));
        return items;
    }

    /// <summary>Swaths that go on from one another, round a bend or at another rate, are flown in one with the pump on: off between them would leave a gap of a second.</summary>
    private void Spray(SprayLeg leg, bool isGoneOn)
    {
        lowM = leg.Swath.HeightM ?? job.HeightM;
        Speed(leg.Swath.Dose?.SpeedMps ?? job.SpeedMps);
        if (!spraying)
        {
            Across(leg.Swath);
            To(switching.On(leg.Swath, Approach(leg.From), came), lowM);
        }

        if (leg.Swath.Dose is { } dose) Flow((float)Dose.FlowLPerMin(dose.RateLPerHa, leg.Swath.WidthM, 1));
        if (spraying) Across(leg.Swath);
        else items.Add(MissionItem.Sprayer(on: true));
        To(isGoneOn ? leg.To : switching.Off(leg.Swath), lowM);
        if (!isGoneOn) items.Add(MissionItem.Sprayer(on: false));
        spraying = isGoneOn;
    }

    private LocalVector? Approach(LocalPoint to) => last is { } before && before.HeightM == lowM ? to - frame.ToLocal(before.Place) : null;

    private void Cross(TransitLeg leg)
    {
        if (leg.Reason == TransitReason.NextSwath)
        {
            for (var i = 1; i + 1 < leg.Path.Count; i++) To(leg.Path[i], lowM);
            return;
        }

        if (leg.Reason != TransitReason.ToWork) To(leg.From, job.TransitHeightM);
        Speed(job.TransitSpeedMps);
        for (var i = 1; i + 1 < leg.Path.Count; i++) To(leg.Path[i], job.TransitHeightM);
        // RTL finds home from anywhere, but another refill point only from above it: the rally point there counts within RALLY_LIMIT_KM (300 m).
        if (leg.Reason != TransitReason.ToRefill || !returnsHome) To(leg.To, job.TransitHeightM);
    }

    private void To(LocalPoint place, double heightM)
    {
        var stored = Stored(frame.ToGeo(place));
        if (last == (stored, heightM)) return;
        items.Add(MissionItem.Waypoint(stored, heightM, job.HeightDatum ?? AltitudeDatum.Home));
        if (last is { } from) came = frame.ToLocal(stored) - frame.ToLocal(from.Place);
        last = (stored, heightM);
    }

    /// <summary>
    /// The boom across the swath, before the swath begins. It then stays as it is, so that a corner cut with the pump still running moves the boom but does not
    /// swing it out of the field. A boom has no front: of the two ways along a swath the nose takes the nearer.
    /// </summary>
    private void Across(Swath swath)
    {
        var way = swath.End - swath.Start;
        var alongDeg = Math.Atan2(way.EastM, way.NorthM) * 180 / Math.PI;
        var turnDeg = noseDeg is { } now ? Math.IEEERemainder(alongDeg - now, 180) : double.PositiveInfinity;
        if (Math.Abs(turnDeg) < AskewDeg) return;
        noseDeg = Math.Round(Heading.FromDegrees(noseDeg is { } from ? from + turnDeg : alongDeg).Degrees, 1) % 360;
        items.Add(MissionItem.Yaw(noseDeg.Value));
    }

    private void Flow(double wantedLPerMinPerMps)
    {
        if (flowLPerMinPerMps == wantedLPerMinPerMps) return;
        items.Add(MissionItem.SprayRate(wantedLPerMinPerMps));
        flowLPerMinPerMps = wantedLPerMinPerMps;
    }

    private void Speed(double wantedMps)
    {
        if (speedMps == wantedMps) return;
        items.Add(MissionItem.Speed(wantedMps));
        speedMps = wantedMps;
    }
}
