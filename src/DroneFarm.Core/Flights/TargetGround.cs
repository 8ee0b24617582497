using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace DroneFarm.Core.Flights;

/// <summary>The ground on which a job may spray: its fields, less the zones and their buffers. Tells how far a point is from being on it.</summary>
public sealed class TargetGround
{
    private readonly Geometry fields;
    private readonly IndexedPointInAreaLocator? inField;
    private readonly List<(Geometry Border, IndexedPointInAreaLocator Inside)> zones = [];

    public TargetGround(Farm farm)
    {
        Frame = farm.Frame;
        fields = UnaryUnionOp.Union(farm.Fields.Select(f => (Geometry)f.Boundary).ToList()) ?? new Point(double.NaN, double.NaN);
        if (farm.Fields.Count > 0) inField = new IndexedPointInAreaLocator(fields);
        foreach (var zone in farm.Zones)
        {
            var kept = zone.Shape.Buffer(zone.BufferM);
            zones.Add((kept.Boundary, new IndexedPointInAreaLocator(kept)));
        }
    }

    public LocalFrame Frame { get; }

    /// <summary>Metres by which a place lies outside every field, or inside a zone and its buffer, whichever is more; 0 on target, and on a farm without fields.</summary>
    public double OffM(LocalPoint place)
    {
        if (inField is null) return 0;
        var at = new Coordinate(place.EastM, place.NorthM);
        var point = new Point(at);
        var offM = inField.Locate(at) == Location.Exterior ? fields.Distance(point) : 0;
        foreach (var (border, inside) in zones)
        {
            if (inside.Locate(at) == Location.Interior) offM = Math.Max(offM, border.Distance(point));
        }

        return offM;
    }
}
