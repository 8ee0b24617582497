using System.Buffers.Binary;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Maps;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.GeoPackage;

/// <summary>A map as a GeoPackage: a feature table for each layer, on WGS84. Source: OGC 12-128r18, GeoPackage 1.3.</summary>
internal static class GeoPackageWriter
{
    /// <summary>In the description of a table whose farm is no real place.</summary>
    public const string MadeUp = "made up";

    private const int Wgs84 = 4326;

    /// <summary>The tables that every GeoPackage has, and the three systems that it must describe (sections 1.1.2 and 2.1.5).</summary>
    private const string Frame = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
          ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL);
        """;

    public static void Write(Stream stream, MapSheet sheet)
    {
        using var database = SqliteFile.Empty();
        database.Run(Frame);
        database.Run("BEGIN");
        foreach (var layer in sheet.Layers) WriteLayer(database, [.. layer], sheet);
        database.Run("COMMIT");
        stream.Write(database.ToBytes());
    }

    private static void WriteLayer(SqliteFile database, List<MapFeature> features, MapSheet sheet)
    {
        var table = features[0].Layer;
        var columns = features.SelectMany(f => f.Facts).GroupBy(p => p.Name).Select(g => (Name: g.Key, Type: TypeOf(g.Select(p => p.Value)))).ToList();
        var quoted = columns.Select(c => SqliteFile.Quoted(c.Name)).ToList();
        database.Run($"CREATE TABLE {SqliteFile.Quoted(table)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB{string.Concat(columns.Zip(quoted, (c, q) => $", {q} {c.Type}"))})");
        var box = new Envelope();
        using (var insert = database.Connection.CreateCommand())
        {
            insert.CommandText = $"INSERT INTO {SqliteFile.Quoted(table)} (geom{string.Concat(quoted.Select(q => $", {q}"))}) VALUES ($geom{string.Concat(columns.Select((_, i) => $", $p{i}"))})";
            foreach (var feature in features) Insert(insert, feature, columns, sheet.Frame, box);
        }

        Describe(database, table, GeometryTypeOf(features), box, sheet.MadeUp);
    }

    private static void Insert(SqliteCommand insert, MapFeature feature, List<(string Name, string Type)> columns, LocalFrame frame, Envelope box)
    {
        insert.Parameters.Clear();
        insert.Parameters.AddWithValue("$geom", Blob(feature.Shape, frame, box));
        foreach (var (i, column) in columns.Index()) insert.Parameters.AddWithValue($"$p{i}", ValueOf(feature.Facts.FirstOrDefault(p => p.Name == column.Name).Value));
        insert.ExecuteNonQuery();
    }

    private static void Describe(SqliteFile database, string table, string type, Envelope box, bool madeUp)
    {
        using var command = database.Connection.CreateCommand();
        command.CommandText = """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) VALUES ($table, 'features', $table, $about, $west, $south, $east, $north, $srs);
            INSERT INTO gpkg_geometry_columns VALUES ($table, 'geom', $type, $srs, 0, 0);
            """;
        (string, object)[] values =
        [
            ("$table", table), ("$about", madeUp ? MadeUp : ""), ("$type", type), ("$srs", Wgs84), ("$west", box.MinX), ("$south", box.MinY), ("$east", box.MaxX), ("$north", box.MaxY),
        ];
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    /// <summary>Magic, version 0, little-endian without a box, the system, then well-known binary (section 2.1.3).</summary>
    private static byte[] Blob(Geometry shape, LocalFrame frame, Envelope box)
    {
        var header = new byte[8];
        (header[0], header[1], header[3]) = ((byte)'G', (byte)'P', (byte)(shape.IsEmpty ? 0x11 : 0x01));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Wgs84);
        return [.. header, .. WkbWriter.Write(shape, frame, box)];
    }

    private static string GeometryTypeOf(List<MapFeature> features) =>
        features.Select(f => f.Shape.GeometryType.ToUpperInvariant()).Distinct().ToList() is [var only] ? only : "GEOMETRY";

    private static string TypeOf(IEnumerable<object?> values)
    {
        var known = values.OfType<object>().ToList();
        if (known.Count > 0 && known.TrueForAll(v => v is int)) return "INTEGER";
        if (known.Count > 0 && known.TrueForAll(v => v is int or double)) return "DOUBLE";
        if (known.Count > 0 && known.TrueForAll(v => v is DateTimeOffset)) return "DATETIME";
        return "TEXT";
    }

    private static object ValueOf(object? value) => value switch
    {
        null => DBNull.Value,
        int number => (long)number,
        double number => Math.Round(number, 3),
        _ => MapSheet.Text(value)!,
    };
}
