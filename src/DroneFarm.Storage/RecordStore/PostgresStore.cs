using System.Data.Common;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace DroneFarm.Storage.RecordStore;

/// <summary>The store of a farm with many stations: PostgreSQL with PostGIS, in a schema of its own.</summary>
internal sealed class PostgresStore : SqlStore
{
    private const int Wgs84 = 4326;
    private static readonly GeometryFactory Degrees = new(new PrecisionModel(), Wgs84);

    private readonly NpgsqlDataSource source;

    private PostgresStore(NpgsqlDataSource source, NpgsqlConnection connection, string name)
        : base(connection, name) => this.source = source;

    public override int Version => (int)Read("SELECT version FROM dronefarm.version", r => r.GetInt64(0))[0];

    public override string? OwnStation => null;

    protected override IReadOnlyList<Migration> Migrations { get; } =
    [
        new(1, """
            CREATE TABLE dronefarm.entries (
                station text NOT NULL, sequence bigint NOT NULL, written_ms bigint NOT NULL, previous text NOT NULL, hash text NOT NULL UNIQUE, body text NOT NULL,
                farm text NOT NULL, field text NOT NULL, from_ms bigint NOT NULL, to_ms bigint NOT NULL, product text NOT NULL, operator text NOT NULL, drone text NOT NULL,
                corrects text NOT NULL, withdrawn bigint NOT NULL, boundary geometry(Polygon, 4326), PRIMARY KEY (station, sequence));
            CREATE INDEX entries_time ON dronefarm.entries (farm, from_ms);
            CREATE INDEX entries_corrects ON dronefarm.entries (corrects) WHERE corrects <> '';
            CREATE INDEX entries_boundary ON dronefarm.entries USING gist (boundary);
            """,
            "DROP TABLE dronefarm.entries;", "all records"),
        new(2, """
            CREATE TABLE dronefarm.track (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job text NOT NULL, vehicle bigint NOT NULL, sortie bigint NOT NULL, from_ms bigint NOT NULL, to_ms bigint NOT NULL,
                points bytea NOT NULL, line geometry(MultiPoint, 4326) NOT NULL, UNIQUE (job, vehicle, sortie, from_ms));
            CREATE INDEX track_line ON dronefarm.track USING gist (line);
            CREATE INDEX track_time ON dronefarm.track (from_ms, to_ms);
            """,
            "DROP TABLE dronefarm.track;", "the flown lines (they can be read again from the journals)"),
    ];

    public static PostgresStore Open(string target)
    {
        var store = OpenRaw(target);
        try
        {
            if (store.Version > store.Newest) throw new StoreException(Phrase.Of("store.newer", store.Name, Text(store.Version), Text(store.Newest)));
            if (store.Version < store.Newest) store.MigrateTo(store.Newest, mayLose: false);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public static PostgresStore OpenRaw(string target)
    {
        var settings = SettingsOf(target);
        var name = $"{settings.Host}:{settings.Port}/{settings.Database}";
        NpgsqlDataSource? source = null;
        try
        {
            var builder = new NpgsqlDataSourceBuilder(settings.ToString());
            builder.UseNetTopologySuite();
            source = builder.Build();
            Prepare(source, name);
            var connection = source.OpenConnection();
            return new PostgresStore(source, connection, name);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or System.Net.Sockets.SocketException)
        {
            source?.Dispose();
            throw new StoreException(Phrase.Of("store.unreachable", name, e.Message), e);
        }
        catch
        {
            source?.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) source.Dispose();
    }

    protected override DbTransaction Begin() => Connection.BeginTransaction();

    protected override void Lock(string station, DbTransaction transaction) => Read("SELECT pg_advisory_xact_lock(hashtextextended(@station, 0))", _ => true, ("station", station));

    protected override void Insert(IReadOnlyList<StoredEntry> entries, DbTransaction transaction)
    {
        if (entries.Count == 0) return;
        using var copy = ((NpgsqlConnection)Connection).BeginBinaryImport(
            "COPY dronefarm.entries (station, sequence, written_ms, previous, hash, body, farm, field, from_ms, to_ms, product, operator, drone, corrects, withdrawn, boundary) FROM STDIN (FORMAT BINARY)");
        foreach (var e in entries)
        {
            var application = e.Application;
            var k = EntryKeys.Of(application);
            copy.StartRow();
            copy.Write(e.Station, NpgsqlDbType.Text);
            copy.Write(e.Sequence, NpgsqlDbType.Bigint);
            copy.Write(e.WrittenAt.ToUnixTimeMilliseconds(), NpgsqlDbType.Bigint);
            copy.Write(e.Previous, NpgsqlDbType.Text);
            copy.Write(e.Hash, NpgsqlDbType.Text);
            copy.Write(e.Body, NpgsqlDbType.Text);
            copy.Write(k.Farm, NpgsqlDbType.Text);
            copy.Write(k.Field, NpgsqlDbType.Text);
            copy.Write(k.FromMs, NpgsqlDbType.Bigint);
            copy.Write(k.ToMs, NpgsqlDbType.Bigint);
            copy.Write(k.Product, NpgsqlDbType.Text);
            copy.Write(k.Operator, NpgsqlDbType.Text);
            copy.Write(k.Drone, NpgsqlDbType.Text);
            copy.Write(k.Corrects, NpgsqlDbType.Text);
            copy.Write(k.Withdrawn, NpgsqlDbType.Bigint);
            if (BoundaryOf(application) is { } boundary) copy.Write(boundary, NpgsqlDbType.Geometry);
            else copy.WriteNull();
        }

        copy.Complete();
    }

    protected override void InsertPieces(IReadOnlyList<TrackPiece> pieces, DbTransaction transaction)
    {
        using var command = ((NpgsqlConnection)Connection).CreateCommand();
        command.CommandText = "INSERT INTO dronefarm.track (job, vehicle, sortie, from_ms, to_ms, points, line) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
        foreach (var p in pieces)
        {
            command.Parameters.Clear();
            object[] values = [p.JobId, (long)p.Vehicle.SystemId, (long)p.SortieNumber, p.From.ToUnixTimeMilliseconds(), p.To.ToUnixTimeMilliseconds(), p.ToBytes()];
            foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
            command.Parameters.Add(new NpgsqlParameter { Value = Degrees.CreateMultiPointFromCoords([.. p.Points.Select(t => LonLat.Degrees(t.Place))]) });
            command.ExecuteNonQuery();
        }
    }

    protected override IReadOnlyList<TrackPiece> FindPieces(GeoBox box, DateTimeOffset from, DateTimeOffset to) => Read(
        """
        SELECT job, vehicle, sortie, points FROM dronefarm.track
        WHERE line && ST_MakeEnvelope(@west, @south, @east, @north, 4326) AND from_ms < @to AND to_ms >= @from
        """,
        ReadPiece, ("west", box.WestDeg), ("east", box.EastDeg), ("south", box.SouthDeg), ("north", box.NorthDeg), ("from", from.ToUnixTimeMilliseconds()), ("to", to.ToUnixTimeMilliseconds()));

    protected override void SetVersion(int version) => Run($"UPDATE dronefarm.version SET version = {Text(version)}");

    protected override StoreException Failure(DbException error) => error is PostgresException server
        ? new StoreException(Phrase.Of("store.failed", $"{Name}: {server.MessageText}"), error)
        : new StoreException(Phrase.Of("store.unreachable", Name, error.Message), error);

    /// <summary>An address as browsers write it, or a connection string; our schema first, PostGIS in the public one.</summary>
    private static NpgsqlConnectionStringBuilder SettingsOf(string target)
    {
        var settings = Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme is "postgres" or "postgresql"
            ? FromAddress(new Uri(target))
            : new NpgsqlConnectionStringBuilder(target);
        settings.SearchPath = "dronefarm,public";
        settings.Pooling = false;
        if (!target.Contains("Timeout", StringComparison.OrdinalIgnoreCase)) settings.Timeout = 10;
        return settings;
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port > 0 ? address.Port : 5432, Database = address.AbsolutePath.Trim('/') };
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        return settings;
    }

    /// <summary>Before the types of PostGIS can be known to a connection, they must be there. Several stations may come first at once.</summary>
    private static void Prepare(NpgsqlDataSource source, string name)
    {
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        try
        {
            command.CommandText = """
                SELECT pg_advisory_lock(4707110);
                CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
                CREATE SCHEMA IF NOT EXISTS dronefarm;
                CREATE TABLE IF NOT EXISTS dronefarm.version (version bigint NOT NULL);
                INSERT INTO dronefarm.version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM dronefarm.version);
                SELECT pg_advisory_unlock(4707110);
                """;
            command.ExecuteNonQuery();
            // The first connection to a new database knew no geometry yet.
            connection.ReloadTypes();
        }
        catch (PostgresException e) when (e.SqlState is "0A000" or "58P01" or "42501")
        {
            throw new StoreException(Phrase.Of("store.no-postgis", name, e.MessageText), e);
        }
    }

    private static Polygon? BoundaryOf(Core.Records.FieldApplication application)
    {
        if (application.Boundary.Count == 0 || application.Boundary.Any(r => r.Count < 4 || r[0] != r[^1])) return null;
        var rings = application.Boundary.Select(r => Degrees.CreateLinearRing([.. r.Select(LonLat.Degrees)])).ToList();
        return Degrees.CreatePolygon(rings[0], [.. rings.Skip(1)]);
    }
}
