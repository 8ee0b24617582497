using DroneFarm.Core.Planning.Ground;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Parts sprayable ground into headland and mainland, once the layout is chosen: the headland is what edge passes wet, the mainland all else (docs/decisions/0005).</summary>
internal static class Bands
{
    public static (Geometry Headland, Geometry Mainland) Part(Geometry sprayable, Layout layout)
    {
        var factory = sprayable.Factory;
        var edges = layout.EdgePasses.SelectMany(c => c).ToList();
        if (edges.Count == 0) return (factory.CreatePolygon(), sprayable);
        var passes = Areas.United(edges.Select(p => (Geometry)SwathGround.Of(p.Start, p.End, layout.WidthM, factory)));
        return (Areas.Shared(sprayable, passes), Areas.Less(sprayable, passes));
    }
}
