using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Storage.Formats.Importing;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// Rates by place out of the tasks of ISOXML: treatment zones with areas of their own, and grids of both types. Only volumes per area are taken (DDI 0001): kilograms of a solid are no rate for a sprayer.
/// </summary>
internal sealed class IsoxmlPrescription
{
    /// <summary>Setpoint Volume Per Area Application Rate, in steps of 0.01 mm³/m², which is 0.0001 L/ha (ISO 11783-11).</summary>
    private const int VolumePerArea = 1;

    private const double LPerHaPerUnit = 0.0001, MostLPerHa = 600;

    private readonly LocalFrame frame;
    private readonly List<Finding> findings;
    private readonly List<ImportedPart> parts;

    private IsoxmlPrescription(LocalFrame frame, List<Finding> findings, List<ImportedPart> parts) => (this.frame, this.findings, this.parts) = (frame, findings, parts);

    public List<(string Id, Geometry Shape, double RateLPerHa)> Areas { get; } = [];

    /// <summary>Outside all zones; the first that a task says; null where none does.</summary>
    public double? ElsewhereLPerHa { get; private set; }

    /// <summary>Null when no task brings a rate in litres.</summary>
    public static Prescription? Of(IReadOnlyList<TaskSet> sets, LocalFrame frame, string name, List<Finding> findings, List<ImportedPart> parts)
    {
        var read = Read(sets, frame, findings, parts);
        if (read.Areas.Count == 0) return null;
        var (prescription, said) = PrescriptionIntake.Of(name, read.Areas, read.ElsewhereLPerHa, frame);
        findings.AddRange(said);
        return prescription;
    }

    public static IsoxmlPrescription Read(IReadOnlyList<TaskSet> sets, LocalFrame frame, List<Finding> findings, List<ImportedPart> parts)
    {
        var read = new IsoxmlPrescription(frame, findings, parts);
        foreach (var set in sets)
        {
            foreach (var task in set.Tasks) read.Add(set, task);
        }

        return read;
    }

    private void Add(TaskSet set, TaskElement task)
    {
        var zones = task.Children("TZN").ToList();
        var grids = task.Children("GRD").ToList();
        var drawn = zones.Where(z => z.Children("PLN").Any()).ToList();
        if (drawn.Count + grids.Count == 0) return;
        var values = zones.SelectMany(z => z.Children("PDV")).ToList();
        if (values.Count > 0 && values.TrueForAll(v => v.Ddi("A") != VolumePerArea))
        {
            var ddis = string.Join(", ", values.Select(v => v["A"] ?? "?").Distinct());
            findings.Add(Finding.Warning("isoxml.no-volume", task.FileName, task.Line, task["B"] ?? task["A"] ?? "TSK", ddis));
        }

        var before = Areas.Count;
        foreach (var zone in drawn) AddZone(zone);
        if (drawn.Count > 0) parts.Add(new ImportedPart($"{task.FileName}/{task["A"]}", FileKind.Isoxml, ImportedThing.RateZones, drawn.Count, Areas.Count - before, 0));
        foreach (var grid in grids) AddGrid(set, task, grid, zones);
        if (RateOfCode(zones, task["J"]) is { } outside && Areas.Count > before) ElsewhereLPerHa ??= outside;
    }

    private void AddZone(TaskElement zone)
    {
        if (RateOf(zone) is not { } rate) return;
        var shells = zone.Children("PLN").SelectMany(p => p.Children("LSG")).Where(l => l["A"] is "1" or "2").ToList();
        var rings = shells.Select(l => (l["A"], Points: l.Children("PNT").Select(p => p.Place).ToArray())).ToList();
        if (rings.Count == 0 || rings[0].Item1 != "1" || rings.Exists(r => r.Points.Length < 3 || Array.Exists(r.Points, p => p is null)))
        {
            findings.Add(Finding.Error("isoxml.bad-ring", zone.FileName, zone.Line, zone["B"] ?? zone["A"] ?? "TZN"));
            return;
        }

        var polygons = new List<List<GeoPoint[]>>();
        foreach (var (side, points) in rings)
        {
            if (side == "1") polygons.Add([]);
            polygons[^1].Add([.. points.Select(p => p!.Value)]);
        }

        Areas.Add((zone["B"] ?? zone["A"] ?? "TZN", LocalShapes.Of(new GeoShape(GeoShapeKind.Polygons, [.. polygons.Select(p => p.ToArray())]), frame), rate));
    }

    private void AddGrid(TaskSet set, TaskElement task, TaskElement element, List<TaskElement> zones)
    {
        var isType2 = element["I"] == "2";
        var template = isType2 ? zones.FirstOrDefault(z => z["A"] == element["J"]) : null;
        var layers = template?.Children("PDV").Select(v => v.Ddi("A")).ToList() ?? [];
        if (isType2 && layers.Count == 0)
        {
            findings.Add(Finding.Error("isoxml.grid-template", element.FileName, element.Line, element["J"] ?? "?"));
            return;
        }

        if (TaskGrid.Read(set, element, layers.Count, findings) is not { } grid) return;
        var layer = layers.IndexOf(VolumePerArea);
        var rates = zones.Where(z => z.Whole("A") is not null).GroupBy(z => z.Whole("A")!.Value).ToDictionary(g => g.Key, g => RateOf(g.First()));
        double? RateAt(int cell) => isType2
            ? layer < 0 ? null : grid.ValueAt(cell, layer, layers.Count) is >= 0 and var value && value * LPerHaPerUnit <= MostLPerHa ? value * LPerHaPerUnit : null
            : rates.GetValueOrDefault(grid.CodeAt(cell));
        var taken = Enumerable.Range(0, grid.Cells).Count(c => RateAt(c) is not null);
        parts.Add(new ImportedPart($"{element["G"]}.BIN", FileKind.Isoxml, ImportedThing.RateZones, grid.Cells, taken, 0));
        if (taken == 0) return;
        if (taken < grid.Cells) findings.Add(Finding.Warning("isoxml.grid-cells", element.FileName, element.Line, (grid.Cells - taken).ToString(CultureInfo.InvariantCulture), $"{MostLPerHa:F0}"));
        var name = task["B"] ?? task["A"] ?? "TSK";
        foreach (var (rate, shape) in grid.Areas(RateAt, frame)) Areas.Add(($"{name} {rate.ToString("0.##", CultureInfo.InvariantCulture)}", shape, rate));
    }

    private double? RateOfCode(List<TaskElement> zones, string? code) => code is not null && zones.FirstOrDefault(z => z["A"] == code) is { } zone ? RateOf(zone) : null;

    /// <summary>L/ha; null when the zone says none, and with an error when it says one that no sprayer gives.</summary>
    private double? RateOf(TaskElement zone)
    {
        if (zone.Children("PDV").FirstOrDefault(v => v.Ddi("A") == VolumePerArea) is not { } value) return null;
        if (value.Whole("B") is >= 0 and var units && units * LPerHaPerUnit <= MostLPerHa) return units * LPerHaPerUnit;
        findings.Add(Finding.Error("isoxml.rate-range", value.FileName, value.Line, value["B"] ?? "?", $"{MostLPerHa:F0}"));
        return null;
    }
}
