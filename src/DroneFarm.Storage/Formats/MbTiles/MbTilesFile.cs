using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;
using Microsoft.Data.Sqlite;

namespace DroneFarm.Storage.Formats.MbTiles;

/// <summary>
/// A base map in one file, raster or vector, opened for reading where it lies: it may be larger than the memory. Source: github.com/mapbox/mbtiles-spec, 1.3.
/// </summary>
public sealed class MbTilesFile : IDisposable
{
    private const int DeepestZoom = 30;

    private readonly Lock gate = new();
    private readonly SqliteConnection connection;
    private readonly SqliteCommand select;

    private MbTilesFile(SqliteConnection connection, TileMapInfo info)
    {
        (this.connection, Info) = (connection, info);
        select = connection.CreateCommand();
        select.CommandText = "SELECT tile_data FROM tiles WHERE zoom_level = $z AND tile_column = $x AND tile_row = $y";
        foreach (var name in (ReadOnlySpan<string>)["$z", "$x", "$y"]) select.Parameters.Add(name, SqliteType.Integer);
    }

    public TileMapInfo Info { get; }

    /// <summary>Null, and an error among the findings, when the file is missing, damaged or no map.</summary>
    public static MbTilesFile? Open(string path, List<Finding> findings)
    {
        if (!File.Exists(path))
        {
            findings.Add(Finding.Error("file.missing", path));
            return null;
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return new MbTilesFile(connection, InfoOf(connection));
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            findings.Add(Finding.Error("mbtiles.damaged", Path.GetFileName(path), e.Message));
            return null;
        }
    }

    /// <summary>One tile as stored (vector tiles are gzip-compressed), with rows counted from the north as web maps do; null where there is none.</summary>
    /// <exception cref="SqliteException">The file is damaged there.</exception>
    public byte[]? Tile(int zoom, int column, int row)
    {
        if (zoom is < 0 or > DeepestZoom || column < 0 || row < 0 || column >= 1L << zoom || row >= 1L << zoom) return null;
        lock (gate)
        {
            select.Parameters[0].Value = zoom;
            select.Parameters[1].Value = column;
            // The file counts rows from the south (TMS).
            select.Parameters[2].Value = (1L << zoom) - 1 - row;
            return select.ExecuteScalar() as byte[];
        }
    }

    public void Dispose()
    {
        select.Dispose();
        connection.Dispose();
    }

    internal static ImportedPart PartOf(ImportFile file, List<Finding> findings)
    {
        try
        {
            using var database = SqliteFile.Open(file.Bytes);
            var info = InfoOf(database.Connection);
            var count = database.Rows("SELECT count(*) FROM tiles").Select(r => r.GetInt32(0)).Single();
            var empty = database.Rows("SELECT count(*) FROM tiles WHERE tile_data IS NULL OR length(tile_data) = 0").Select(r => r.GetInt32(0)).Single();
            findings.Add(Finding.Note("mbtiles.read", file.Name, info.Name, info.Format, $"{info.MinZoom}", $"{info.MaxZoom}"));
            if (empty > 0) findings.Add(Finding.Warning("mbtiles.empty-tiles", file.Name, empty.ToString(CultureInfo.InvariantCulture)));
            return new ImportedPart(file.Name, FileKind.MbTiles, ImportedThing.Tiles, count, count - empty, 0);
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or InvalidOperationException)
        {
            findings.Add(Finding.Error("mbtiles.damaged", file.Name, e.Message));
            return new ImportedPart(file.Name, FileKind.MbTiles, ImportedThing.Tiles, 0, 0, 0);
        }
    }

    private static TileMapInfo InfoOf(SqliteConnection connection)
    {
        var said = new Dictionary<string, string>();
        foreach (var row in Rows(connection, "SELECT name, value FROM metadata"))
        {
            if (!row.IsDBNull(0) && !row.IsDBNull(1)) said[row.GetString(0)] = row.GetString(1);
        }

        var (least, most) = Rows(connection, "SELECT min(zoom_level), max(zoom_level) FROM tiles").Select(r => r.IsDBNull(0) ? (0, 0) : (r.GetInt32(0), r.GetInt32(1))).Single();
        var sample = Rows(connection, "SELECT tile_data FROM tiles WHERE tile_data IS NOT NULL LIMIT 1").Select(r => r.GetValue(0) as byte[]).FirstOrDefault();
        return TileMapInfo.Of(said, least, most, sample ?? []);
    }

    private static IEnumerable<SqliteDataReader> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }
}
