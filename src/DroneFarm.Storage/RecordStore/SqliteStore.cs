using System.Data.Common;
using DroneFarm.Core.Text;
using Microsoft.Data.Sqlite;

namespace DroneFarm.Storage.RecordStore;

/// <summary>The store that needs no setting up: one file, SQLite with a write-ahead log, flown lines found by an R*Tree of place and time.</summary>
internal sealed class SqliteStore : SqlStore
{
    /// <summary>"DFRS" in the file's header (https://sqlite.org/pragma.html#pragma_application_id): tells what is left of a store that went down to version 0 from an empty database of anybody's.</summary>
    private const int Mark = 0x44465253;

    private const int NotADatabase = 26, CannotOpen = 14, ReadOnly = 8, Full = 13, Busy = 5;

    /// <summary>The R*Tree keeps 32-bit floats: days since then are good for 10 s, and it rounds outward.</summary>
    private static readonly DateTimeOffset DayZero = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private SqliteStore(SqliteConnection connection, string path)
        : base(connection, path)
    {
    }

    public override int Version => (int)Read("PRAGMA user_version", r => r.GetInt64(0))[0];

    public override string? OwnStation => Guard(() => Read("SELECT id FROM station", r => r.GetString(0)).FirstOrDefault());

    protected override IReadOnlyList<Migration> Migrations { get; } =
    [
        new(1, """
            CREATE TABLE station (id TEXT NOT NULL);
            CREATE TABLE entries (
                station TEXT NOT NULL, sequence INTEGER NOT NULL, written_ms INTEGER NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
                farm TEXT NOT NULL, field TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, product TEXT NOT NULL, operator TEXT NOT NULL, drone TEXT NOT NULL,
                corrects TEXT NOT NULL, withdrawn INTEGER NOT NULL, PRIMARY KEY (station, sequence));
            CREATE INDEX entries_time ON entries (farm, from_ms);
            CREATE INDEX entries_corrects ON entries (corrects) WHERE corrects <> '';
            """,
            "DROP TABLE entries; DROP TABLE station;", "all records"),
        new(2, """
            CREATE TABLE track (
                id INTEGER PRIMARY KEY, job TEXT NOT NULL, vehicle INTEGER NOT NULL, sortie INTEGER NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, points BLOB NOT NULL,
                UNIQUE (job, vehicle, sortie, from_ms));
            CREATE VIRTUAL TABLE track_area USING rtree(id, west, east, south, north, first_day, last_day);
            """,
            "DROP TABLE track_area; DROP TABLE track;", "the flown lines (they can be read again from the journals)"),
    ];

    /// <param name="mayMake">Whether a file that is not there is made, with its folder.</param>
    public static SqliteStore Open(string path, bool mayMake)
    {
        var store = OpenRaw(path, mayMake);
        try
        {
            if (store.Version > store.Newest) throw new StoreException(Phrase.Of("store.newer", path, Text(store.Version), Text(store.Newest)));
            if (store.Version < store.Newest) store.MigrateTo(store.Newest, mayLose: false);
            if (store.OwnStation is null) store.NameStation();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public static SqliteStore OpenRaw(string path, bool mayMake)
    {
        SqliteConnection? connection = null;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists && !mayMake) throw new StoreException(Phrase.Of("store.none", path));
            // SQLite takes an empty file for a new database; it is somebody's file.
            if (file is { Exists: true, Length: 0 }) throw new StoreException(Phrase.Of("store.not-ours", path));
            if (!file.Exists) Directory.CreateDirectory(file.DirectoryName!);
            var mode = file.Exists ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate;
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
            connection.Open();
            // Before the first pragma, which writes into the file.
            if (file.Exists && !IsOurs(connection)) throw new StoreException(Phrase.Of("store.not-ours", path));
            using var command = connection.CreateCommand();
            // FULL: a record that was said to be written is on the disk.
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;";
            command.ExecuteNonQuery();
            return new SqliteStore(connection, path);
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw Failure(path, e);
        }
        catch (StoreException)
        {
            connection?.Dispose();
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(Phrase.Of("store.unreachable", path, e.Message), e);
        }
    }

    protected override DbTransaction Begin() => ((SqliteConnection)Connection).BeginTransaction(deferred: false);

    protected override void Lock(string station, DbTransaction transaction)
    {
        // The immediate transaction holds the only pen.
    }

    protected override void Insert(IReadOnlyList<StoredEntry> entries, DbTransaction transaction)
    {
        using var command = ((SqliteConnection)Connection).CreateCommand();
        command.CommandText = """
            INSERT INTO entries (station, sequence, written_ms, previous, hash, body, farm, field, from_ms, to_ms, product, operator, drone, corrects, withdrawn)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
            """;
        var parameters = Enumerable.Range(0, 15).Select(i => command.Parameters.Add(new SqliteParameter($"@{i}", null))).ToList();
        foreach (var e in entries)
        {
            var k = EntryKeys.Of(e.Application);
            object[] values = [e.Station, e.Sequence, e.WrittenAt.ToUnixTimeMilliseconds(), e.Previous, e.Hash, e.Body, k.Farm, k.Field, k.FromMs, k.ToMs, k.Product, k.Operator, k.Drone, k.Corrects, k.Withdrawn];
            for (var i = 0; i < values.Length; i++) parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }
    }

    protected override void InsertPieces(IReadOnlyList<TrackPiece> pieces, DbTransaction transaction)
    {
        using var piece = ((SqliteConnection)Connection).CreateCommand();
        piece.CommandText = "INSERT INTO track (job, vehicle, sortie, from_ms, to_ms, points) VALUES (@0, @1, @2, @3, @4, @5) ON CONFLICT DO NOTHING RETURNING id";
        using var area = ((SqliteConnection)Connection).CreateCommand();
        area.CommandText = "INSERT INTO track_area VALUES (@0, @1, @2, @3, @4, @5, @6)";
        var pieceWith = Enumerable.Range(0, 6).Select(i => piece.Parameters.Add(new SqliteParameter($"@{i}", null))).ToList();
        var areaWith = Enumerable.Range(0, 7).Select(i => area.Parameters.Add(new SqliteParameter($"@{i}", null))).ToList();
        foreach (var p in pieces)
        {
            object[] values = [p.JobId, (long)p.Vehicle.SystemId, (long)p.SortieNumber, p.From.ToUnixTimeMilliseconds(), p.To.ToUnixTimeMilliseconds(), p.ToBytes()];
            for (var i = 0; i < values.Length; i++) pieceWith[i].Value = values[i];
            if (piece.ExecuteScalar() is not long id) continue;
            var box = GeoBox.Of(p.Points.Select(t => t.Place));
            object[] edges = [id, box.WestDeg, box.EastDeg, box.SouthDeg, box.NorthDeg, Day(p.From), Day(p.To)];
            for (var i = 0; i < edges.Length; i++) areaWith[i].Value = edges[i];
            area.ExecuteNonQuery();
        }
    }

    protected override IReadOnlyList<TrackPiece> FindPieces(GeoBox box, DateTimeOffset from, DateTimeOffset to) => Read(
        """
        SELECT t.job, t.vehicle, t.sortie, t.points FROM track_area a JOIN track t ON t.id = a.id
        WHERE a.west <= @east AND a.east >= @west AND a.south <= @north AND a.north >= @south AND a.first_day <= @to AND a.last_day >= @from
        """,
        ReadPiece, ("west", box.WestDeg), ("east", box.EastDeg), ("south", box.SouthDeg), ("north", box.NorthDeg), ("from", Day(from)), ("to", Day(to)));

    protected override void SetVersion(int version) => Run($"PRAGMA user_version = {Text(version)}; PRAGMA application_id = {Text(Mark)}");

    protected override StoreException Failure(DbException error) => Failure(Name, (SqliteException)error);

    /// <summary>A store by its tables, or what is left of one that went down to version 0: no tables, and our mark.</summary>
    private static bool IsOurs(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*) FILTER (WHERE name IN ('station', 'entries')) = 2 OR (count(*) = 0 AND (SELECT application_id FROM pragma_application_id) = @mark)
            FROM sqlite_master WHERE type = 'table'
            """;
        command.Parameters.AddWithValue("@mark", Mark);
        return command.ExecuteScalar() is 1L;
    }

    private static StoreException Failure(string path, SqliteException e) => new(
        e.SqliteErrorCode switch
        {
            NotADatabase => Phrase.Of("store.not-ours", path),
            CannotOpen => Phrase.Of("store.unreachable", path, e.Message),
            ReadOnly => Phrase.Of("store.read-only", path),
            Full => Phrase.Of("store.full", path),
            Busy => Phrase.Of("store.busy", path),
            _ => Phrase.Of("store.failed", $"{path}: {e.Message}"),
        },
        e);

    /// <summary>A copy of the file is a copy of the station: whoever restores one gets a new name by restoring into a new file.</summary>
    private void NameStation() => Guard(() =>
    {
        var machine = new string([.. Environment.MachineName.Where(char.IsAsciiLetterOrDigit).Take(12)]);
        Run($"INSERT INTO station SELECT '{(machine.Length > 0 ? machine : "station")}-{Guid.NewGuid().ToString("N")[..10]}' WHERE NOT EXISTS (SELECT 1 FROM station)");
        return true;
    });

    private static double Day(DateTimeOffset at) => (at - DayZero).TotalDays;
}
