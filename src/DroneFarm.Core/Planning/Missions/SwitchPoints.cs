using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>Where the sprayer's orders are given so that spray begins and ends on the swath, however late the pump follows.</summary>
/// <param name="late">Null leaves the orders at the swath's ends.</param>
/// <remarks>An aircraft that begins a swath further back must not come nearer to an obstacle for it: there the order waits for the swath's start.</remarks>
internal sealed class SwitchPoints(Switching? late, IReadOnlyList<Obstacle> obstacles)
{
    /// <summary>Of a swath's length at most: a short one must not turn round.</summary>
    private const double MostShare = 0.25;

    private readonly STRtree<Obstacle>? near = late is null || obstacles.Count == 0 ? null : Index(obstacles);

    /// <summary>The order on: at the swath's start, or before it.</summary>
    /// <param name="fromRest">The swath begins where the aircraft came down, without speed.</param>
    public LocalPoint On(Swath swath, bool fromRest)
    {
        var backM = late is null ? 0 : late.LeastOnM + (fromRest ? late.FromRestM : 0);
        if (backM <= 0) return swath.Start;
        var back = swath.Start - ((swath.End - swath.Start).Unit * backM);
        return ComesNear(back, swath.Start) ? swath.Start : back;
    }

    /// <summary>The order off: at the swath's end, or before it.</summary>
    public LocalPoint Off(Swath swath) =>
        late is { OffM: > 0 } ? swath.End - ((swath.End - swath.Start).Unit * Math.Min(late.OffM, MostShare * swath.LengthM)) : swath.End;

    private bool ComesNear(LocalPoint from, LocalPoint to)
    {
        if (near is null) return false;
        var found = near.Query(new Envelope(from.ToCoordinate(), to.ToCoordinate()));
        return found.Count > 0 && GeometryFactory.Default.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]) is var line
            && found.Any(o => line.IsWithinDistance(o.Shape, o.ClearanceM));
    }

    private static STRtree<Obstacle> Index(IReadOnlyList<Obstacle> obstacles)
    {
        var index = new STRtree<Obstacle>();
        foreach (var obstacle in obstacles)
        {
            var reach = obstacle.Shape.EnvelopeInternal.Copy();
            reach.ExpandBy(obstacle.ClearanceM);
            index.Insert(reach, obstacle);
        }

        index.Build();
        return index;
    }
}
