using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>Reads a shapefile: geometry, table and system of coordinates. A feature's place in messages is its row in the table, from 1.</summary>
internal static class ShapefileReader
{
    /// <returns>Null, and an error among the findings, when it is damaged: what is lost of it may be a zone or an obstacle.</returns>
    public static Layer? Read(Unit unit, List<Finding> findings)
    {
        var main = unit.Main;
        var shp = new ShpReader(main, findings);
        if (shp.Read() is not { } shapes) return null;
        if (shp.HeightsDropped > 0) findings.Add(Finding.Note("file.heights-dropped", main.Name, shp.HeightsDropped.ToString(CultureInfo.InvariantCulture)));
        var table = TableOf(unit, findings);
        if (table.Rows.Count != shapes.Count && table.Rows.Count > 0) findings.Add(Finding.Warning("shp.rows", main.Name, $"{shapes.Count}", $"{table.Rows.Count}"));
        var places = new RowPlaces(main.Name);
        var features = new List<GeoFeature>();
        var deleted = 0;
        foreach (var (i, shape) in shapes.Index())
        {
            var row = i < table.Rows.Count ? table.Rows[i] : new Dictionary<string, string>();
            if (row is null) deleted++;
            else features.Add(new GeoFeature(i, places, i + 1, null, row.ToDictionary(p => ShortNames.Long(p.Key), p => p.Value), shape));
        }

        if (deleted > 0) findings.Add(Finding.Note("shp.deleted", main.Name, $"{deleted}"));
        var projection = unit.Projection;
        if (projection is null && features.SelectMany(f => f.Shape.Points).All(p => p.IsValid)) findings.Add(Finding.Warning("shp.no-prj", main.Name));
        return new Layer(FileKind.Shapefile, new GeoFile(places, main.Stem, false, features), projection);
    }

    private static RowTable TableOf(Unit unit, List<Finding> findings)
    {
        if (unit.With(".dbf") is { } dbf) return DbfReader.Read(dbf, unit.With(".cpg") is { } cpg ? FileText.Decode(cpg.Bytes, null).Text : null, findings);
        findings.Add(Finding.Warning("shp.no-table", unit.Main.Name));
        return RowTable.None;
    }
}
