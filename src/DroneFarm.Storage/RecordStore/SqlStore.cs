using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Core.Text;

namespace DroneFarm.Storage.RecordStore;

/// <summary>What both kinds of store have in common: everything that plain SQL says.</summary>
internal abstract class SqlStore(DbConnection connection, string name) : IRecordStore
{
    private const string EntryColumns = "station, sequence, written_ms, previous, hash, body";

    /// <summary>Not corrected by anybody; of several corrections of the same entry the last one written.</summary>
    private const string InForce = """
        NOT EXISTS (SELECT 1 FROM entries c WHERE c.corrects = e.hash AND c.corrects <> '')
        AND (e.corrects = '' OR NOT EXISTS (
            SELECT 1 FROM entries s WHERE s.corrects = e.corrects AND s.corrects <> '' AND (s.written_ms, s.station, s.sequence) > (e.written_ms, e.station, e.sequence)))
        AND e.withdrawn = 0
        """;

    public string Name { get; } = name;

    protected DbConnection Connection { get; } = connection;

    public abstract int Version { get; }

    public int Newest => Migrations[^1].Version;

    protected abstract IReadOnlyList<Migration> Migrations { get; }

    public abstract string? OwnStation { get; }

    public IReadOnlyList<StoredEntry> Add(IReadOnlyList<FieldApplication> applications, DateTimeOffset now, string? station = null) => Guard(() =>
    {
        var writer = station ?? OwnStation ?? throw new ArgumentException("a server has no station of its own", nameof(station));
        using var all = Begin();
        Lock(writer, all);
        var head = HeadOf(writer);
        var entries = new List<StoredEntry>();
        foreach (var application in applications)
        {
            var (sequence, previous) = (head?.Sequence ?? 0, head?.Hash ?? EntryChain.Beginning);
            var entry = EntryChain.Next(writer, sequence + 1, previous, now, EntryJson.Write(application));
            entries.Add(entry);
            head = new StationHead(writer, entry.Sequence, entry.Hash);
        }

        Insert(entries, all);
        all.Commit();
        return entries;
    });

    public Accepted Accept(IReadOnlyList<StoredEntry> entries) => Guard(() =>
    {
        using var all = Begin();
        var (take, known, findings) = (new List<StoredEntry>(), 0, new List<Finding>());
        foreach (var chain in entries.GroupBy(e => e.Station).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Lock(chain.Key, all);
            var head = HeadOf(chain.Key);
            foreach (var entry in chain.OrderBy(e => e.Sequence))
            {
                if (entry.Sequence <= (head?.Sequence ?? 0))
                {
                    if (HashAt(chain.Key, entry.Sequence) is { } there && there != entry.Hash) findings.Add(Finding.Error("store.fork", chain.Key, Text(entry.Sequence), Name));
                    else known++;
                    continue;
                }

                if (findings.Count > 0) break;
                if (!EntryChain.IsTrue(entry)) findings.Add(Finding.Error("store.altered", chain.Key, Text(entry.Sequence)));
                else if (entry.Sequence != (head?.Sequence ?? 0) + 1) findings.Add(Finding.Error("store.gap", chain.Key, Text((head?.Sequence ?? 0) + 1), Text(entry.Sequence)));
                else if (entry.Previous != (head?.Hash ?? EntryChain.Beginning)) findings.Add(Finding.Error("store.fork", chain.Key, Text(entry.Sequence), Name));
                else
                {
                    take.Add(entry);
                    head = new StationHead(chain.Key, entry.Sequence, entry.Hash);
                }
            }
        }

        Insert(take, all);
        all.Commit();
        return new Accepted(take.Count, known, findings);
    });

    public IReadOnlyList<StationHead> Heads() => Guard(() => Read(
        """
        SELECT e.station, e.sequence, e.hash FROM (SELECT station, MAX(sequence) AS sequence FROM entries GROUP BY station) h
        JOIN entries e ON e.station = h.station AND e.sequence = h.sequence ORDER BY e.station
        """,
        r => new StationHead(r.GetString(0), r.GetInt64(1), r.GetString(2))));

    public IReadOnlyList<StoredEntry> Entries(string station, long after, int most) => Guard(() => Read(
        $"SELECT {EntryColumns} FROM entries WHERE station = @station AND sequence > @after ORDER BY sequence LIMIT @most", ReadEntry,
        ("station", station), ("after", after), ("most", most)));

    public IReadOnlyList<(string Hash, FieldApplication Application)> Find(RecordQuery query) => Guard(() =>
    {
        ArgumentNullException.ThrowIfNull(query);
        var (where, with) = (new List<string> { InForce }, new List<(string, object)>());
        void Ask(string condition, string name, object? value)
        {
            if (value is null) return;
            where.Add(condition);
            with.Add((name, value));
        }

        Ask("e.farm = @farm", "farm", query.Farm);
        Ask("e.field = @field", "field", query.FieldId);
        Ask("e.product = @product", "product", query.Product);
        Ask("e.operator = @operator", "operator", query.Operator);
        Ask("e.drone = @drone", "drone", query.Drone);
        Ask("e.from_ms >= @from", "from", query.From?.ToUnixTimeMilliseconds());
        Ask("e.from_ms < @to", "to", query.To?.ToUnixTimeMilliseconds());
        return Read(
            $"SELECT e.hash, e.body FROM entries e WHERE {string.Join(" AND ", where)} ORDER BY e.from_ms, e.station, e.sequence",
            r => (r.GetString(0), EntryJson.Read(r.GetString(1))), [.. with]);
    });

    public IReadOnlyList<StoredEntry> History(string hash) => Guard(() =>
    {
        var entries = Read($"SELECT {EntryColumns} FROM entries WHERE hash = @hash", ReadEntry, ("hash", hash));
        for (var i = 0; i < entries.Count; i++)
        {
            entries.AddRange(Read($"SELECT {EntryColumns} FROM entries WHERE corrects = @hash ORDER BY written_ms, station, sequence", ReadEntry, ("hash", entries[i].Hash)));
        }

        return entries;
    });

    public void AddTrack(string jobId, IReadOnlyList<TrackPoint> track) => AddPieces([.. TrackPiece.Of(jobId, track)]);

    public void AddPieces(IReadOnlyList<TrackPiece> pieces) => Guard(() =>
    {
        using var all = Begin();
        InsertPieces(pieces, all);
        all.Commit();
        return true;
    });

    public IReadOnlyList<TrackPoint> Track(IReadOnlyList<GeoPoint> ring, DateTimeOffset from, DateTimeOffset to) => Guard(() =>
    {
        var box = GeoBox.Of(ring);
        return (IReadOnlyList<TrackPoint>)[.. FindPieces(box, from, to).SelectMany(p => p.Points)
            .Where(p => p.At >= from && p.At < to && box.Contains(p.Place) && GeoBox.IsInside(p.Place, ring)).OrderBy(p => p.At)];
    });

    public IEnumerable<TrackPiece> Pieces()
    {
        const int most = 500;
        for (var (last, count) = (0L, most); count == most;)
        {
            var pieces = Guard(() => Read("SELECT job, vehicle, sortie, points, id FROM track WHERE id > @last ORDER BY id LIMIT @most", r => (Piece: ReadPiece(r), Id: r.GetInt64(4)), ("last", last), ("most", most)));
            (last, count) = (pieces.Count > 0 ? pieces[^1].Id : 0, pieces.Count);
            foreach (var piece in pieces) yield return piece.Piece;
        }
    }

    public StoreCheck Verify() => Guard(() =>
    {
        var (findings, entries, heads) = (new List<Finding>(), 0L, Heads());
        foreach (var head in heads)
        {
            var (sequence, previous) = (0L, EntryChain.Beginning);
            while (true)
            {
                var some = Read($"SELECT {EntryColumns}, farm, field, from_ms, to_ms, product, operator, drone, corrects, withdrawn FROM entries WHERE station = @station AND sequence > @after ORDER BY sequence LIMIT 2000",
                    r => (Entry: ReadEntry(r), Keys: ReadKeys(r, 6)), ("station", head.Station), ("after", sequence));
                if (some.Count == 0) break;
                foreach (var (entry, keys) in some)
                {
                    entries++;
                    if (entry.Sequence != sequence + 1) findings.Add(Finding.Error("store.gap", head.Station, Text(sequence + 1), Text(entry.Sequence)));
                    else if (!EntryChain.IsTrue(entry) || entry.Previous != previous || !Says(entry, keys)) findings.Add(Finding.Error("store.altered", head.Station, Text(entry.Sequence)));
                    (sequence, previous) = (entry.Sequence, entry.Hash);
                }
            }
        }

        foreach (var twice in Read("SELECT corrects, COUNT(*) FROM entries WHERE corrects <> '' GROUP BY corrects HAVING COUNT(*) > 1", r => (Hash: r.GetString(0), Count: r.GetInt64(1))))
            findings.Add(Finding.Warning("store.two-corrections", twice.Hash[..12], Text(twice.Count)));
        return new StoreCheck(entries, heads.Count, findings);
    });

    public void MigrateTo(int version, bool mayLose) => Guard(() =>
    {
        if (version < 0 || version > Newest) throw new StoreException(Phrase.Of("store.no-version", Text(version), Text(Newest)));
        var at = Version;
        if (at > Newest) throw new StoreException(Phrase.Of("store.newer", Name, Text(at), Text(Newest)));
        using var all = Begin();
        foreach (var up in Migrations.Where(m => m.Version > at && m.Version <= version)) Run(up.Up);
        foreach (var down in Migrations.Where(m => m.Version <= at && m.Version > version).Reverse())
        {
            if (down.Loses.Length > 0 && !mayLose) throw new StoreException(Phrase.Of("store.would-lose", Text(down.Version), down.Loses));
            Run(down.Down);
        }

        SetVersion(version);
        all.Commit();
        return true;
    });

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The columns by which an entry is found must say what its body says: else an altered column would hide or move a record.</summary>
    private static bool Says(StoredEntry entry, EntryKeys keys)
    {
        try
        {
            return EntryKeys.Of(entry.Application) == keys;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Connection.Dispose();
    }

    protected abstract DbTransaction Begin();

    /// <summary>Keeps others from writing to the same chain until the transaction ends.</summary>
    protected abstract void Lock(string station, DbTransaction transaction);

    protected abstract void Insert(IReadOnlyList<StoredEntry> entries, DbTransaction transaction);

    protected abstract void InsertPieces(IReadOnlyList<TrackPiece> pieces, DbTransaction transaction);

    protected abstract IReadOnlyList<TrackPiece> FindPieces(GeoBox box, DateTimeOffset from, DateTimeOffset to);

    protected abstract void SetVersion(int version);

    protected abstract StoreException Failure(DbException error);

    protected T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException e)
        {
            throw Failure(e);
        }
        catch (Exception e) when (e is IOException or TimeoutException)
        {
            throw new StoreException(Phrase.Of("store.unreachable", Name, e.Message), e);
        }
    }

    protected void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected List<T> Read<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> with)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in with)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    protected static TrackPiece ReadPiece(DbDataReader r) =>
        TrackPiece.FromBytes(r.GetString(0), new VehicleId((byte)r.GetInt64(1)), (int)r.GetInt64(2), r.GetFieldValue<byte[]>(3));

    protected static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private StationHead? HeadOf(string station) =>
        Read("SELECT station, sequence, hash FROM entries WHERE station = @station ORDER BY sequence DESC LIMIT 1", r => new StationHead(r.GetString(0), r.GetInt64(1), r.GetString(2)), ("station", station)).FirstOrDefault();

    private string? HashAt(string station, long sequence) =>
        Read("SELECT hash FROM entries WHERE station = @station AND sequence = @sequence", r => r.GetString(0), ("station", station), ("sequence", sequence)).FirstOrDefault();

    private static StoredEntry ReadEntry(DbDataReader r) =>
        new(r.GetString(0), r.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), r.GetString(3), r.GetString(4), r.GetString(5));

    private static EntryKeys ReadKeys(DbDataReader r, int at) =>
        new(r.GetString(at), r.GetString(at + 1), r.GetInt64(at + 2), r.GetInt64(at + 3), r.GetString(at + 4), r.GetString(at + 5), r.GetString(at + 6), r.GetString(at + 7), r.GetInt64(at + 8));
}
