using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Projections;
using Microsoft.Data.Sqlite;

namespace DroneFarm.Storage.Formats.GeoPackage;

/// <summary>Reads the feature tables of a GeoPackage, each as a layer. A feature's place in messages is its row, from 1. Source: OGC 12-128r18, GeoPackage 1.3.</summary>
internal sealed class GeoPackageReader
{
    private const int MostRows = 2_000_000, MostTables = 100;

    private readonly ImportFile file;
    private readonly SqliteFile database;
    private readonly List<Finding> findings;

    private GeoPackageReader(ImportFile file, SqliteFile database, List<Finding> findings) => (this.file, this.database, this.findings) = (file, database, findings);

    /// <summary>No layer, and an error among the findings, when the database is damaged.</summary>
    public static IReadOnlyList<Layer> Read(ImportFile file, List<Finding> findings)
    {
        try
        {
            using var database = SqliteFile.Open(file.Bytes);
            return new GeoPackageReader(file, database, findings).Read();
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            findings.Add(Finding.Error("gpkg.damaged", file.Name, e.Message));
            return [];
        }
    }

    private List<Layer> Read()
    {
        var tables = database.Rows("SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns g JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features'")
            .Take(MostTables).Select(r => (Name: r.GetString(0), Column: r.GetString(1), Srs: r.GetInt64(2))).ToList();
        if (tables.Count == 0) findings.Add(Finding.Error("gpkg.no-features", file.Name));
        var others = database.Rows("SELECT table_name, data_type FROM gpkg_contents WHERE data_type <> 'features'").Select(r => $"{r.GetString(0)} ({r.GetString(1)})").ToList();
        if (others.Count > 0) findings.Add(Finding.Note("gpkg.other-tables", file.Name, string.Join(", ", others)));
        var layers = new List<Layer>();
        foreach (var (name, column, srs) in tables)
        {
            var places = new RowPlaces(tables.Count == 1 ? file.Name : $"{file.Name}/{name}");
            var features = Features(name, column, places);
            if (SystemOf(srs, places, out var crs, out var projection)) layers.Add(new Layer(FileKind.GeoPackage, new GeoFile(places, name, MadeUpOf(name), features, crs), projection));
        }

        return layers;
    }

    private List<GeoFeature> Features(string table, string column, RowPlaces places)
    {
        var features = new List<GeoFeature>();
        var heights = 0;
        foreach (var row in database.Rows($"SELECT * FROM {SqliteFile.Quoted(table)} LIMIT {MostRows}"))
        {
            var properties = new Dictionary<string, string>();
            byte[] blob = [];
            for (var i = 0; i < row.FieldCount; i++)
            {
                var name = row.GetName(i);
                if (name.Equals(column, StringComparison.OrdinalIgnoreCase)) blob = row.GetValue(i) as byte[] ?? [];
                else if (TextOf(row.GetValue(i)) is { } text) properties[name.ToLowerInvariant()] = text;
            }

            features.Add(new GeoFeature(features.Count, places, features.Count + 1, null, properties, ShapeOf(blob, features.Count, places, ref heights)));
        }

        if (heights > 0) findings.Add(Finding.Note("file.heights-dropped", places.Name, heights.ToString(CultureInfo.InvariantCulture)));
        return features;
    }

    /// <summary>A header of 8 bytes and a box of 0 to 64 before the well-known binary (section 2.1.3).</summary>
    private GeoShape ShapeOf(byte[] blob, int index, RowPlaces places, ref int heights)
    {
        if (blob.Length == 0) return GeoShape.None;
        try
        {
            if (blob is not [(byte)'G', (byte)'P', _, var flags, _, _, _, _, ..]) throw new FormatException("file.geometry.cut");
            var box = ((flags >> 1) & 7) switch { 0 => 0, 1 => 32, 2 or 3 => 48, 4 => 64, _ => throw new FormatException("file.geometry.type") };
            if ((flags & 0x10) != 0) return GeoShape.None;
            if (8 + box > blob.Length) throw new FormatException("file.geometry.cut");
            var wkb = new Wkb(blob.AsSpan(8 + box));
            var shape = wkb.Read();
            heights += wkb.HeightsDropped;
            return shape;
        }
        catch (FormatException e)
        {
            var number = index.ToString(CultureInfo.InvariantCulture);
            findings.Add(Finding.Error(e.Message, places.Name, places.LineOf(index + 1), number) with { FieldId = number });
            return GeoShape.None;
        }
    }

    private bool SystemOf(long srs, RowPlaces places, out Said? crs, out (string, string)? projection)
    {
        (crs, projection) = (null, null);
        var row = database.Rows($"SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = {srs.ToString(CultureInfo.InvariantCulture)}")
            .Select(r => (Organization: r.GetString(0), Code: r.GetInt64(1), Definition: r.GetString(2))).ToList();
        if (row is [var known])
        {
            var code = $"EPSG:{known.Code.ToString(CultureInfo.InvariantCulture)}";
            if (known.Organization.Equals("EPSG", StringComparison.OrdinalIgnoreCase) && CrsName.OfCode(code) is not null) crs = new Said(code, 1);
            else projection = ($"{places.Name} (srs_id {srs.ToString(CultureInfo.InvariantCulture)})", known.Definition);
            return true;
        }

        findings.Add(Finding.Error("gpkg.no-srs", places.Name, srs.ToString(CultureInfo.InvariantCulture)));
        return false;
    }

    private bool MadeUpOf(string table) =>
        database.Rows($"SELECT description FROM gpkg_contents WHERE table_name = '{table.Replace("'", "''", StringComparison.Ordinal)}'").Any(r => !r.IsDBNull(0) && r.GetString(0).Contains(GeoPackageWriter.MadeUp, StringComparison.Ordinal));

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };
}
