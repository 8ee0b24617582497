using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>Areas of overlapping strips on a field, counted once and counted as often as they are wetted.</summary>
/// <remarks>
/// Exact and without building the union: of each strip counts what the strips before it left dry, and what they share with it is again
/// a list of convex pieces, to be counted once in the same way. Strips of one field overlap two or three deep, so this ends at once;
/// where something drives to and fro over one place the union is built instead.
/// </remarks>
internal readonly record struct WettedGround(double OnceM2, double MainlandM2, double AllM2)
{
    private const int Deepest = 8, MostTogether = 12;

    public static WettedGround Of(List<Strip> strips, GroundArea target, GroundArea mainland, Geometry targetShape, Geometry mainlandShape)
    {
        var (onceM2, mainM2, allM2) = (0.0, 0.0, 0.0);
        for (var i = 0; i < strips.Count; i++)
        {
            var strip = strips[i];
            var shared = new List<LocalPoint[]>();
            for (var k = 0; k < i; k++)
            {
                if (!strip.Envelope.Intersects(strips[k].Envelope)) continue;
                if (ConvexPieces.Shared(strip.Corners, strips[k].Corners) is { Length: > 0 } piece) shared.Add(piece);
            }

            var inTargetM2 = target.SharedM2(strip.Corners);
            allM2 += inTargetM2;
            if (!Once(shared, target, 0, out var doubledM2) || !Once(shared, mainland, 0, out var doubledMainM2))
                return ByUnion(strips, target, targetShape, mainlandShape);
            onceM2 += inTargetM2 - doubledM2;
            mainM2 += (ReferenceEquals(mainland, target) ? inTargetM2 : mainland.SharedM2(strip.Corners)) - doubledMainM2;
        }

        return new WettedGround(onceM2, mainM2, allM2);
    }

    /// <summary>The area on the ground that pieces cover together.</summary>
    /// <returns>False when too many lie over each other to be counted so.</returns>
    private static bool Once(List<LocalPoint[]> pieces, GroundArea ground, int depth, out double areaM2)
    {
        areaM2 = 0;
        if (depth > Deepest || pieces.Count > MostTogether * 4 || (depth > 0 && pieces.Count > MostTogether)) return false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var shared = new List<LocalPoint[]>();
            for (var k = 0; k < i; k++)
            {
                if (ConvexPieces.Shared(pieces[i], pieces[k]) is { Length: > 0 } piece) shared.Add(piece);
            }

            if (!Once(shared, ground, depth + 1, out var againM2)) return false;
            areaM2 += ground.SharedM2(pieces[i]) - againM2;
        }

        return true;
    }

    private static WettedGround ByUnion(List<Strip> strips, GroundArea target, Geometry targetShape, Geometry mainlandShape)
    {
        var wet = OverlayNGRobust.Union(strips.Select(s => (Geometry)s.ToPolygon(targetShape.Factory)).ToList());
        return new WettedGround(
            OverlayNGRobust.Overlay(wet, targetShape, SpatialFunction.Intersection).Area,
            mainlandShape.IsEmpty ? 0 : OverlayNGRobust.Overlay(wet, mainlandShape, SpatialFunction.Intersection).Area,
            strips.Sum(s => target.SharedM2(s.Corners)));
    }
}
