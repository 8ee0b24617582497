using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats.Maps;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// A plan as one GeoJSON for maps and geographic information systems. The property <c>layer</c> of each feature is its stage:
/// field, zone, obstacle, refill, sprayable, headland, mainland, cell, swath, transit, sortie, fence.
/// </summary>
public static class PlanGeoJson
{
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Plan plan) => WholeFile.Write(path, stream => Write(stream, plan));

    /// <summary>The same, to a stream that stays open.</summary>
    public static void Write(Stream stream, Plan plan)
    {
        using var file = new GeoJsonWriter(stream, plan.Farm.Frame, $"{plan.Farm.Name} · {plan.Job.Name}", plan.Farm.MadeUp);
        Describe(file, plan);
    }

    internal static void Describe(IMapSink file, Plan plan)
    {
        WriteFarm(file, plan.Farm);
        foreach (var field in plan.Fields) WriteField(file, field);
        foreach (var sortie in plan.Sorties) WriteSortie(file, sortie);
        foreach (var mission in plan.Missions) WriteFence(file, plan.Farm.Frame, mission);
    }

    private static void WriteFarm(IMapSink file, Farm farm)
    {
        foreach (var f in farm.Fields)
        {
            file.Feature("field", f.Boundary, ("id", f.Id), ("name", f.Name), ("crop", f.Crop), ("area_m2", f.AreaM2), ("area_mu", Mu.FromSquareMetres(f.AreaM2)));
        }

        foreach (var z in farm.Zones) file.Feature("zone", z.Shape, ("id", z.Id), ("name", z.Name), ("kind", FieldWords.Of(z.Kind)), ("buffer_m", z.BufferM));
        foreach (var o in farm.Obstacles)
        {
            file.Feature("obstacle", o.Shape, ("id", o.Id), ("kind", FieldWords.Of(o.Kind)), ("height_m", o.HeightM), ("clearance_m", o.ClearanceM));
        }

        foreach (var r in farm.RefillPoints)
        {
            Geometry shape = r.Road is { } road ? new LineString([.. road.Select(p => p.ToCoordinate())]) : new Point(r.Place.ToCoordinate());
            file.Feature("refill", shape, ("id", r.Id), ("name", r.Name));
        }
    }

    private static void WriteField(IMapSink file, FieldPlan plan)
    {
        var id = ("field", (object?)plan.Field.Id);
        if (!plan.Sprayable.IsEmpty) file.Feature("sprayable", plan.Sprayable, id, ("area_m2", plan.Sprayable.Area));
        if (!plan.Headland.IsEmpty) file.Feature("headland", plan.Headland, id, ("area_m2", plan.Headland.Area));
        if (!plan.Mainland.IsEmpty) file.Feature("mainland", plan.Mainland, id, ("area_m2", plan.Mainland.Area));
        foreach (var cell in plan.Cells) file.Feature("cell", cell.Shape, id, ("number", cell.Number), ("direction_deg", cell.Direction.Degrees));
        foreach (var swath in plan.Swaths)
        {
            List<(string, object?)> facts =
            [
                id, ("number", swath.Number), ("kind", swath.Kind == SwathKind.EdgePass ? "edge-pass" : "mainland"), ("width_m", swath.WidthM), ("length_m", swath.LengthM),
            ];
            if (swath.Dose is { } dose) facts.AddRange([("rate_l_per_ha", dose.RateLPerHa), ("speed_mps", dose.SpeedMps)]);
            if (swath.HeightM is { } heightM) facts.Add(("height_m", heightM));
            file.Feature("swath", LineOf([swath.Start, swath.End]), [.. facts]);
        }
    }

    private static void WriteSortie(IMapSink file, Sortie sortie)
    {
        var lines = sortie.Legs.Select(leg => new LineString([.. leg.Path.Select(p => p.ToCoordinate())])).ToArray();
        file.Feature(
            "sortie", new MultiLineString(lines), ("number", sortie.Number), ("vehicle", sortie.Vehicle), ("start_s", sortie.Start.TotalSeconds), ("litres", sortie.Litres), ("duration_s", sortie.Duration.TotalSeconds),
            ("energy_wh", sortie.EnergyWh), ("sprayed_m", sortie.SprayedM), ("transit_m", sortie.TransitM));
        foreach (var transit in sortie.Legs.OfType<TransitLeg>())
        {
            file.Feature("transit", LineOf(transit.Line), ("sortie", sortie.Number), ("reason", WordOf(transit.Reason)), ("length_m", transit.LengthM));
        }
    }

    private static void WriteFence(IMapSink file, LocalFrame frame, Mission mission)
    {
        var fence = FenceShapes.Of(mission);
        foreach (var ring in fence.Polygons.Where(r => r.Vertices.Count >= 3))
        {
            var shell = new LinearRing([.. ring.Vertices.Append(ring.Vertices[0]).Select(p => frame.ToLocal(p).ToCoordinate())]);
            file.Feature("fence", new Polygon(shell), ("sortie", mission.SortieNumber), ("kind", ring.Inclusion ? "inclusion" : "exclusion"));
        }

        foreach (var circle in fence.Circles)
        {
            file.Feature("fence", new Point(frame.ToLocal(circle.Centre).ToCoordinate()), ("sortie", mission.SortieNumber), ("kind", "exclusion"), ("radius_m", circle.RadiusM));
        }
    }

    private static LineString LineOf(IEnumerable<LocalPoint> line) => new([.. line.Select(p => p.ToCoordinate())]);

    private static string WordOf(TransitReason reason) => reason switch
    {
        TransitReason.NextSwath => "next-swath",
        TransitReason.NextField => "next-field",
        TransitReason.ToWork => "to-work",
        TransitReason.ToRefill => "to-refill",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "no such reason"),
    };
}
