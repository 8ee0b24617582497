using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>
/// What lies around and in the fields that spray must keep off: zones with their buffer and, where the wind blows towards them, the drift distance;
/// obstacles with their clearance, or their own ground alone where the spraying height clears them. Each is drawn when the first field comes near it.
/// </summary>
internal sealed class Surroundings
{
    private const int QuadrantSegments = 16;

    /// <summary>A swath is begun up to a metre outside the field's sprayable ground (SwitchPoints), and places are rounded.</summary>
    private const double OutsideM = 2;

    private readonly STRtree<Lazy<Geometry>> keepOff = new(), low = new();
    private readonly STRtree<Obstacle> flownOver = new();
    private readonly DownwindEdges? edges;

    /// <param name="job">With the height that is flown.</param>
    public Surroundings(Farm farm, Job job)
    {
        var drift = Drift.Of(job);
        var reach = drift is null ? null : new UpwindReach(drift, drift.DistanceM);
        foreach (var zone in farm.Zones.Where(z => !z.Shape.IsEmpty))
        {
            Add(keepOff, Around(zone.Shape, zone.BufferM), () => Grown(zone.Shape, zone.BufferM));
            if (reach is not null) Add(keepOff, reach.Around(zone.Shape), () => reach.Of(zone.Shape));
        }

        foreach (var obstacle in farm.Obstacles.Where(o => !o.Shape.IsEmpty))
        {
            if (!obstacle.MayBeFlownOver(job.HeightM)) Add(keepOff, Around(obstacle.Shape, obstacle.ClearanceM), () => Grown(obstacle.Shape, obstacle.ClearanceM));
            else flownOver.Insert(Around(obstacle.Shape, obstacle.ClearanceM + OutsideM), obstacle);
            if (obstacle.MayBeFlownOver(job.HeightM) && !obstacle.SprayOver && obstacle.Shape.Dimension == Dimension.Surface) Add(low, obstacle.Shape.EnvelopeInternal, () => obstacle.Shape);
        }

        if (drift is not null) edges = new DownwindEdges(farm, drift);
        keepOff.Build();
        low.Build();
        flownOver.Build();
    }

    /// <summary>Everything that reaches into an envelope and may be neither sprayed nor crossed at spraying height.</summary>
    public IEnumerable<Geometry> Near(Envelope envelope) => keepOff.Query(envelope).Select(k => k.Value);

    /// <summary>Obstacles that may be flown over but not sprayed.</summary>
    public IEnumerable<Geometry> LowNear(Envelope envelope) => low.Query(envelope).Select(k => k.Value);

    /// <summary>The least height that clears all obstacles over which flights in a field may pass, metres; 0 where there are none.</summary>
    public double FlownOverM(Geometry boundary) => flownOver.Query(boundary.EnvelopeInternal)
        .Where(o => boundary.IsWithinDistance(o.Shape, o.ClearanceM + OutsideM)).Select(o => o.OverM).DefaultIfEmpty(0).Max();

    /// <summary>The strip of a field from which the wind would carry spray to foreign ground beside it; null where there is none.</summary>
    public Geometry? DownwindEdge(Field field) => edges?.Of(field);

    /// <summary>A shape and all within a distance of it. A buffer's arcs are chords that cut into the circle: the distance is drawn larger so that they do not.</summary>
    public static Geometry Grown(Geometry shape, double byM) =>
        byM < Swaths.StripScan.HairM ? shape : BufferOp.Buffer(shape, byM / Math.Cos(Math.PI / (4 * QuadrantSegments)), QuadrantSegments);

    private static Envelope Around(Geometry shape, double byM)
    {
        var around = shape.EnvelopeInternal.Copy();
        around.ExpandBy(byM * 1.01);
        return around;
    }

    private static void Add(STRtree<Lazy<Geometry>> tree, Envelope around, Func<Geometry> draw) => tree.Insert(around, new Lazy<Geometry>(draw));
}
