using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>What lines of one width, sprayed over one target, wet: the areas of a check for lines that belong to no plan.</summary>
/// <param name="OffTargetM2">Counted once, however often it is wetted.</param>
public sealed record LineAreas(double TargetM2, double CoveredM2, double DoubledM2, double OffTargetM2)
{
    public double MissedM2 => Math.Max(0, TargetM2 - CoveredM2);

    /// <param name="target">Where spray may land.</param>
    public static LineAreas Of(IReadOnlyList<(LocalPoint Start, LocalPoint End)> lines, double widthM, Geometry target)
    {
        var strips = lines.Where(l => l.Start != l.End).Select(l => new Strip(l.Start, l.End, widthM)).ToList();
        if (strips.Count == 0) return new LineAreas(target.Area, 0, 0, 0);
        var everywhere = strips.Select(s => s.Box).Aggregate((a, b) => a + b).Grown(1);
        var ground = target.Factory.ToGeometry(new Envelope(everywhere.WestM, everywhere.EastM, everywhere.SouthM, everywhere.NorthM));
        var on = WettedGround.Of(strips, 0, new GroundArea(target), target);
        var all = WettedGround.Of(strips, 0, new GroundArea(ground), ground);
        return new LineAreas(target.Area, on.OnceM2, Math.Max(0, on.AllM2 - on.OnceM2), Math.Max(0, all.OnceM2 - on.OnceM2));
    }
}
