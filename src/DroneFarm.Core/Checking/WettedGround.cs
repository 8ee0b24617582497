using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>Areas of overlapping strips on a field, counted once and counted as often as they are wetted.</summary>
/// <param name="EdgeM2">What edge passes wet, counted once.</param>
/// <param name="OnceM2">What any strip wets, counted once.</param>
/// <param name="AllM2">The sum of what each strip wets.</param>
/// <remarks>
/// Exact and without building the union: of each strip counts what the strips before it left dry, and what they share with it is again
/// a list of convex pieces, to be counted once in the same way. Strips of one field overlap two or three deep, so this ends at once;
/// where something drives to and fro over one place the union is built instead.
/// </remarks>
internal readonly record struct WettedGround(double EdgeM2, double OnceM2, double AllM2)
{
    private const int Deepest = 8, MostTogether = 12, MostOnOneStrip = 400;

    /// <param name="edges">How many of the strips, the first ones, are edge passes.</param>
    public static WettedGround Of(List<Strip> strips, int edges, GroundArea target, Geometry targetShape)
    {
        var (edgeM2, onceM2, allM2) = (0.0, 0.0, 0.0);
        var shared = new List<LocalPoint[]>();
        for (var i = 0; i < strips.Count; i++)
        {
            if (i == edges) edgeM2 = onceM2;
            var strip = strips[i];
            shared.Clear();
            for (var k = 0; k < i; k++)
            {
                if (!strip.Box.Meets(strips[k].Box)) continue;
                if (ConvexPieces.Shared(strip.Corners, strips[k].Corners) is { Length: > 0 } piece) shared.Add(piece);
            }

            var inTargetM2 = target.SharedM2(strip.Corners);
            allM2 += inTargetM2;
            if (!Once(shared, target, 0, out var doubledM2)) return ByUnion(strips, edges, target, targetShape);
            onceM2 += inTargetM2 - doubledM2;
        }

        return new WettedGround(edges == strips.Count ? onceM2 : edgeM2, onceM2, allM2);
    }

    /// <summary>The area on the ground that pieces cover together.</summary>
    /// <returns>False when too many lie over each other to be counted so.</returns>
    private static bool Once(List<LocalPoint[]> pieces, GroundArea ground, int depth, out double areaM2)
    {
        areaM2 = 0;
        if (depth > Deepest || pieces.Count > (depth > 0 ? MostTogether : MostOnOneStrip)) return false;
        for (var i = 0; i < pieces.Count; i++)
        {
            List<LocalPoint[]>? shared = null;
            for (var k = 0; k < i; k++)
            {
                if (ConvexPieces.Shared(pieces[i], pieces[k]) is { Length: > 0 } piece) (shared ??= []).Add(piece);
            }

            var againM2 = 0.0;
            if (shared is not null && !Once(shared, ground, depth + 1, out againM2)) return false;
            areaM2 += ground.SharedM2(pieces[i]) - againM2;
        }

        return true;
    }

    private static WettedGround ByUnion(List<Strip> strips, int edges, GroundArea target, Geometry targetShape) => new(
        UnionM2(strips.Take(edges), targetShape), UnionM2(strips, targetShape), strips.Sum(s => target.SharedM2(s.Corners)));

    private static double UnionM2(IEnumerable<Strip> strips, Geometry targetShape)
    {
        var polygons = strips.Select(s => (Geometry)s.ToPolygon(targetShape.Factory)).ToList();
        return polygons.Count == 0 ? 0 : OverlayNGRobust.Overlay(OverlayNGRobust.Union(polygons), targetShape, SpatialFunction.Intersection).Area;
    }
}
