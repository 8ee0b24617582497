using DroneFarm.Core.Planning.Ground;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Parts sprayable ground into headland and mainland, once the layout is chosen.</summary>
internal static class Bands
{
    /// <summary>A rim thinner than this is rounding, metres.</summary>
    private const double ThinnestRimM = 0.02;

    public static (Geometry Headland, Geometry Mainland) Part(Geometry sprayable, Layout layout, List<StripSwath> strips)
    {
        var factory = sprayable.Factory;
        if (strips.Count == 0) return (sprayable, factory.CreatePolygon());
        var mainland = BetweenOutermost(sprayable, layout, strips);
        if (layout.Edges.Passes.Count > 0)
        {
            var passes = layout.Edges.Passes.Select(p => (Geometry)SwathGround.Of(p.Start, p.End, layout.WidthM, factory));
            mainland = Areas.Less(mainland, Areas.United(passes));
        }

        return ReferenceEquals(mainland, sprayable)
            ? (factory.CreatePolygon(), sprayable)
            : (Areas.Less(sprayable, mainland), mainland);
    }

    private static Geometry BetweenOutermost(Geometry sprayable, Layout layout, List<StripSwath> strips)
    {
        var turned = layout.Turned;
        double low = strips[0].AxisV - (layout.WidthM / 2), high = strips[^1].AxisV + (layout.WidthM / 2);
        if (low - turned.MinV < ThinnestRimM && turned.MaxV - high < ThinnestRimM) return sprayable;
        double left = turned.U.Min() - 1, right = turned.U.Max() + 1;
        Coordinate At(double u, double v) => turned.ToLocal(u, v).ToCoordinate();
        var between = sprayable.Factory.CreatePolygon([At(left, low), At(right, low), At(right, high), At(left, high), At(left, low)]);
        return Areas.Shared(sprayable, between);
    }
}
