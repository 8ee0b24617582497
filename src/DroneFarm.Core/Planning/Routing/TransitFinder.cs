using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// Ways between fields and refill points at transit height: around what is too high to fly over, around houses, and around other
/// no-spray zones where that is not far. Only obstacles that stand in the way are looked at.
/// </summary>
internal sealed class TransitFinder
{
    /// <summary>Kept from a zone's edge, and from an obstacle beyond its clearance, metres.</summary>
    private const double OffZoneM = 2, OffCornerM = 0.3;

    private const int MostRounds = 24, MostCorners = 64;

    private readonly STRtree<Block> blocks = new();
    private readonly bool any;
    private readonly double zoneDetourM;

    public TransitFinder(Farm farm, Job job, double zoneDetourM)
    {
        this.zoneDetourM = zoneDetourM;
        foreach (var zone in farm.Zones) Add(zone.Shape, OffZoneM, must: zone.Kind == ZoneKind.House);
        foreach (var obstacle in farm.Obstacles.Where(o => !o.MayBeFlownOver(job.TransitHeightM)))
            Add(obstacle.Shape, obstacle.ClearanceM, must: true);
        any = blocks.Count > 0;
        if (any) blocks.Build();
    }

    /// <returns>Null when what must be flown around closes every way.</returns>
    public IReadOnlyList<LocalPoint>? Way(LocalPoint from, LocalPoint to)
    {
        if (!any || Hits(from, to, _ => true).Count == 0) return [from, to];
        var direct = Around(from, to, b => b.Must);
        var around = Around(from, to, _ => true, direct is null ? double.MaxValue : LengthM(direct) + zoneDetourM);
        return around is not null && (direct is null || LengthM(around) <= LengthM(direct) + zoneDetourM) ? around : direct;
    }

    private static double LengthM(List<LocalPoint> way)
    {
        var lengthM = 0.0;
        for (var i = 1; i < way.Count; i++) lengthM += way[i - 1].DistanceM(way[i]);
        return lengthM;
    }

    /// <summary>Finds a way among the blocks known so far; each time a tried line meets a new block, its corners are added.</summary>
    private List<LocalPoint>? Around(LocalPoint from, LocalPoint to, Func<Block, bool> avoid, double longestM = double.MaxValue)
    {
        // Who stands in a block already must be able to leave it.
        var known = new HashSet<Block>();
        bool Counts(Block block) => avoid(block) && !block.Ground.Contains(from) && !block.Ground.Contains(to);
        List<LocalPoint> corners = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var met = new List<Block>();
            var way = ShortestPath.Find(from, to, corners, (a, b) =>
            {
                var hits = Hits(a, b, Counts);
                met.AddRange(hits);
                return hits.Count == 0;
            }, longestM);
            var before = known.Count;
            foreach (var block in met.Where(known.Add)) corners.AddRange(block.Corners);
            if (way is not null) return way;
            if (known.Count == before) return null;
        }

        return null;
    }

    private List<Block> Hits(LocalPoint a, LocalPoint b, Func<Block, bool> counts)
    {
        var hits = new List<Block>();
        foreach (var block in blocks.Query(new Envelope(a.EastM, b.EastM, a.NorthM, b.NorthM)))
        {
            if (counts(block) && !block.Paths.Misses(a, b)) hits.Add(block);
        }

        return hits;
    }

    private void Add(Geometry shape, double growM, bool must)
    {
        var ground = Surroundings.Grown(shape, growM);
        if (ground.IsEmpty) return;
        // Ways turn at the corners of a wider shape with pointed ones: fewer than a round one has, and all outside it.
        var wider = BufferOp.Buffer(shape, growM + OffCornerM, new BufferParameters(1, EndCapStyle.Square, JoinStyle.Mitre, 3));
        var corners = wider.ConvexHull().Coordinates.Concat(wider.NumPoints <= MostCorners ? wider.Coordinates : []).Distinct().Select(LocalPoint.From).ToList();
        var rings = Rings.Of(ground);
        blocks.Insert(ground.EnvelopeInternal, new Block(rings, new Outside(rings), corners, must));
    }

    private sealed record Block(Rings Ground, Outside Paths, List<LocalPoint> Corners, bool Must);
}
