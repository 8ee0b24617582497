using CsCheck;
using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Fields of any shape: stars with random arms, with a hole or not, with a pole or a pond or not.</summary>
internal static class RandomFields
{
    private static readonly Gen<Polygon> Shapes =
        from corners in Gen.Int[3, 14]
        from radii in Gen.Double[12, 90].Array[corners]
        from jitter in Gen.Double[0.05, 0.95].Array[corners]
        from hole in Gen.Double[0, 1]
        select Star(radii, jitter, hole);

    public static readonly Gen<Farm> Farms =
        from shape in Shapes
        from pole in Gen.Select(Gen.Double[-60, 60], Gen.Double[-60, 60])
        from pond in Gen.Select(Gen.Double[-80, 80], Gen.Double[-80, 80], Gen.Double[0, 12])
        select Lab.Farm(new Field("1", "any", shape, "rice")) with
        {
            Obstacles = [Lab.Pole(pole.Item1, pole.Item2)],
            Zones = [new NoSprayZone("z", "pond", ZoneKind.FishPond, Square(pond.Item1, pond.Item2, 12), pond.Item3)],
            RefillPoints = [new RefillPoint("r", "road", new(-110, -110))],
        };

    private static Polygon Star(double[] radii, double[] jitter, double hole)
    {
        var step = 2 * Math.PI / radii.Length;
        Coordinate[] ring = [.. radii.Select((r, i) => At(r, (i + jitter[i]) * step))];
        var shell = GeometryFactory.Default.CreateLinearRing([.. ring, ring[0].Copy()]);
        var star = GeometryFactory.Default.CreatePolygon(shell);
        if (hole < 0.5) return Lab.Area(star.AsText());
        var inner = star.Buffer(-11) is Polygon { IsEmpty: false } deep ? Square(deep.InteriorPoint.X, deep.InteriorPoint.Y, 4 * hole) : null;
        return Lab.Area((inner is null ? star : star.Difference(inner)).AsText());
    }

    private static Polygon Square(double x, double y, double halfM) =>
        GeometryFactory.Default.CreatePolygon([new(x - halfM, y - halfM), new(x + halfM, y - halfM), new(x + halfM, y + halfM), new(x - halfM, y + halfM), new(x - halfM, y - halfM)]);

    private static Coordinate At(double radiusM, double turnRad) => new(radiusM * Math.Cos(turnRad), radiusM * Math.Sin(turnRad));
}
