using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>Where the sprayer's orders are given so that spray begins and ends on the swath, however late the pump follows.</summary>
/// <remarks>An aircraft that begins a swath further back must not come nearer to an obstacle for it: there the order waits for the swath's start.</remarks>
internal sealed class SwitchPoints
{
    /// <summary>Of a swath's length at most: a short one must not turn round.</summary>
    private const double MostShare = 0.25;

    /// <summary>Further than this the aircraft does not leave the sprayable ground to gather way for a swath, whatever its pump would need.</summary>
    private const double MostOutsideM = 1;

    /// <summary>Another swath's end so near behind a start, in the same line, leaves no room for an order ahead: it would fall on that end, before the pump is off.</summary>
    private const double NextInLineM = 1;

    /// <summary>A way that turns by less is the same line.</summary>
    private const double InLineDeg = 45;

    /// <summary>A way to the swath that is shorter has no direction that the mission's rounded coordinates keep.</summary>
    private const double NoWayM = 0.1;

    private const double RoundingM = 0.02;

    /// <summary>What is tried of the distance where an obstacle forbids the whole.</summary>
    private static readonly double[] Shares = [1, 0.75, 0.5, 0.25];

    private readonly Switching? late;
    private readonly STRtree<Obstacle>? near;
    private readonly Dictionary<string, IPreparedGeometry> sprayable = [];

    /// <param name="late">Null leaves the orders at the swath's ends.</param>
    public SwitchPoints(Switching? late, IReadOnlyList<Obstacle> obstacles, IEnumerable<FieldPlan> fields)
    {
        this.late = late;
        if (late is null) return;
        near = obstacles.Count == 0 ? null : Index(obstacles);
        foreach (var field in fields) sprayable.TryAdd(field.Field.Id, PreparedGeometryFactory.Prepare(field.Sprayable));
    }

    /// <summary>The order on: at the swath's start, or before it.</summary>
    /// <param name="level">The way to the swath's start, straight and at its height; null where the aircraft comes down to it.</param>
    /// <param name="came">The way before that one: it tells how the aircraft turns where a swath starts at another's end.</param>
    public LocalPoint On(Swath swath, LocalVector? level, LocalVector came)
    {
        if (late is null) return swath.Start;
        var approach = level ?? default;
        var (approachM, turnDeg) = Certain(approach, swath);
        if (level is not null && approachM <= NextInLineM && (approachM == 0 ? came.TurnDeg(swath.End - swath.Start) : turnDeg) < InLineDeg) return swath.Start;
        var (leastM, meanM) = (late.LeastOnM(approachM, turnDeg), late.MeanOnM(approachM, turnDeg));
        double[] aheadM = [meanM > leastM && MayBeWet(swath, meanM - leastM) ? Within(swath, meanM) : 0, .. Shares.Select(s => s * Within(swath, leastM))];
        foreach (var backM in aheadM)
        {
            if (backM > 0 && Before(swath, backM) is var back && !ComesNear(swath.Start - approach, back, swath.Start)) return back;
        }

        return swath.Start;
    }

    /// <summary>Length and turn of the way, the turn at the least that it can be once its ends are rounded: the sharper one asks for an order further ahead.</summary>
    private static (double ApproachM, double TurnDeg) Certain(LocalVector approach, Swath swath) => approach.LengthM < NoWayM
        ? (0, 0)
        : (approach.LengthM, Math.Max(0, approach.TurnDeg(swath.End - swath.Start) - (Math.Atan(2 * RoundingM / approach.LengthM) * 180 / Math.PI)));

    private double Within(Swath swath, double backM) => backM > MostOutsideM && !MayBeWet(swath, backM) ? MostOutsideM : backM;

    /// <summary>The order off: at the swath's end, or before it.</summary>
    public LocalPoint Off(Swath swath) =>
        late is { OffM: > 0 } ? swath.End - ((swath.End - swath.Start).Unit * Math.Min(late.OffM, MostShare * swath.LengthM)) : swath.End;

    private static LocalPoint Before(Swath swath, double byM) => swath.Start - ((swath.End - swath.Start).Unit * byM);

    /// <summary>Whether the swath could begin so much earlier.</summary>
    private bool MayBeWet(Swath swath, double byM)
    {
        if (!sprayable.TryGetValue(swath.FieldId, out var ground)) return false;
        var (back, side) = (Before(swath, byM), (swath.End - swath.Start).Unit.Left * (swath.WidthM / 2));
        Coordinate[] corners = [.. new[] { back - side, swath.Start - side, swath.Start + side, back + side, back - side }.Select(p => p.ToCoordinate())];
        return ground.Covers(GeometryFactory.Default.CreatePolygon(corners));
    }

    /// <summary>Whether the way to the order, or from it to the swath, comes nearer to an obstacle than it may, be it by the rounding of the mission's coordinates.</summary>
    private bool ComesNear(LocalPoint before, LocalPoint back, LocalPoint start)
    {
        if (near is null) return false;
        Coordinate[] way = [.. new[] { before, back, start }.Select(p => p.ToCoordinate())];
        var found = near.Query(new Envelope(way));
        return found.Count > 0 && GeometryFactory.Default.CreateLineString(way) is var line && found.Any(o => line.IsWithinDistance(o.Shape, o.ClearanceM + RoundingM));
    }

    private static STRtree<Obstacle> Index(IReadOnlyList<Obstacle> obstacles)
    {
        var index = new STRtree<Obstacle>();
        foreach (var obstacle in obstacles)
        {
            var reach = obstacle.Shape.EnvelopeInternal.Copy();
            reach.ExpandBy(obstacle.ClearanceM + RoundingM);
            index.Insert(reach, obstacle);
        }

        index.Build();
        return index;
    }
}
