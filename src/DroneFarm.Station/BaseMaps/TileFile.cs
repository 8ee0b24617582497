using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DroneFarm.Station.BaseMaps;

/// <summary>Reads one MBTiles file. Source: the MBTiles 1.3 specification (tile rows count from the south, unlike in addresses of tiles).</summary>
public sealed class TileFile(string path)
{
    private readonly string connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();

    /// <summary>What the map says of itself; null when the file is no map.</summary>
    public BaseMap? Describe()
    {
        try
        {
            using var database = Open();
            using var ask = database.CreateCommand();
            ask.CommandText = "select name, value from metadata";
            var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            using (var rows = ask.ExecuteReader())
            {
                while (rows.Read()) said[rows.GetString(0)] = rows.GetString(1);
            }

            var id = Path.GetFileNameWithoutExtension(path);
            var format = said.GetValueOrDefault("format", "png");
            var gcj02 = said.GetValueOrDefault("datum", "").Equals("gcj02", StringComparison.OrdinalIgnoreCase) || id.Contains("gcj02", StringComparison.OrdinalIgnoreCase);
            return new BaseMap(
                id, said.GetValueOrDefault("name", id), format, Number(said, "minzoom", 0), Number(said, "maxzoom", 22), Bounds(said.GetValueOrDefault("bounds", "")),
                said.GetValueOrDefault("attribution", ""), gcj02);
        }
        catch (SqliteException)
        {
            // Not a database, or one without our tables: no map, and not listed.
            return null;
        }
    }

    /// <param name="row">Counted from the north.</param>
    public byte[]? Tile(int zoom, int column, int row)
    {
        if (zoom is < 0 or > 30 || row < 0 || row >= 1L << zoom) return null;
        using var database = Open();
        using var ask = database.CreateCommand();
        ask.CommandText = "select tile_data from tiles where zoom_level = $z and tile_column = $x and tile_row = $y";
        ask.Parameters.AddWithValue("$z", zoom);
        ask.Parameters.AddWithValue("$x", column);
        ask.Parameters.AddWithValue("$y", (1L << zoom) - 1 - row);
        return ask.ExecuteScalar() as byte[];
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection(connection);
        database.Open();
        return database;
    }

    private static int Number(Dictionary<string, string> said, string name, int missing) =>
        int.TryParse(said.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var number) ? number : missing;

    private static double[]? Bounds(string text)
    {
        var numbers = text.Split(',').Select(t => double.TryParse(t, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
        return numbers.Length == 4 && numbers.All(double.IsFinite) ? numbers : null;
    }
}
