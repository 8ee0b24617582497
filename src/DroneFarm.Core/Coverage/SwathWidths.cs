using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Coverage;

/// <summary>How wide the strip of a flown line is: as wide as the planned swath it follows, else the sprayer's swath.</summary>
internal sealed class SwathWidths
{
    /// <summary>Flight error that NY/T 3213 allows, and as much again for the autopilot's corners.</summary>
    private const double BesideM = 1;

    private const double CosineOfParallel = 0.94;

    private readonly STRtree<Swath> index = new();
    private readonly double usualM;

    public SwathWidths(Plan plan)
    {
        usualM = plan.Sprayer.SwathWidthM;
        foreach (var swath in plan.Swaths) index.Insert(new Envelope(swath.Start.ToCoordinate(), swath.End.ToCoordinate()), swath);
        index.Build();
    }

    public double At(LocalPoint from, LocalPoint to)
    {
        var middle = from + ((to - from) / 2);
        var place = new Envelope(middle.ToCoordinate());
        place.ExpandBy(BesideM);
        var direction = (to - from).Unit;
        return index.Query(place)
            .Where(s => Math.Abs(direction.Dot((s.End - s.Start).Unit)) > CosineOfParallel)
            .Select(s => (s.WidthM, OffM: Math.Abs((s.End - s.Start).Unit.Cross(middle - s.Start))))
            .Where(s => s.OffM <= BesideM)
            .OrderBy(s => s.OffM)
            .Select(s => s.WidthM)
            .FirstOrDefault(usualM);
    }
}
