using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;

namespace DroneFarm.Storage.RecordStore;

/// <summary>
/// Where a farm's records live. Entries are only ever added: each station writes a chain of its own, so that stations need not know of each other and none can
/// overwrite another's. One thread at a time.
/// </summary>
/// <remarks>Every call may throw <see cref="StoreException"/>: the disk or the server failed, and nothing of the call is kept.</remarks>
public interface IRecordStore : IDisposable
{
    /// <summary>What people call it: a file's path, or a server without its password.</summary>
    string Name { get; }

    /// <summary>Writes applications to the end of a station's chain, all or none.</summary>
    /// <param name="station">Null for the store's own station; a server has none.</param>
    IReadOnlyList<StoredEntry> Add(IReadOnlyList<FieldApplication> applications, DateTimeOffset now, string? station = null);

    /// <summary>Takes entries of other stations, each station's in order. What is there already is left as it is; what does not continue the station's chain is refused.</summary>
    Accepted Accept(IReadOnlyList<StoredEntry> entries);

    /// <summary>How far each station's chain goes.</summary>
    IReadOnlyList<StationHead> Heads();

    /// <summary>A station's entries after a sequence number, in order.</summary>
    IReadOnlyList<StoredEntry> Entries(string station, long after, int most);

    /// <summary>What is in force: neither corrected by a later entry nor withdrawn. In order of time, each with its hash.</summary>
    IReadOnlyList<(string Hash, FieldApplication Application)> Find(RecordQuery query);

    /// <summary>An entry and all that correct it, the oldest first.</summary>
    IReadOnlyList<StoredEntry> History(string hash);

    /// <summary>Keeps the flown line of a job. The same line twice is kept once.</summary>
    void AddTrack(string jobId, IReadOnlyList<TrackPoint> track);

    /// <summary>What was flown over a piece of ground within a time, whichever job it belongs to.</summary>
    /// <param name="ring">Closed.</param>
    IReadOnlyList<TrackPoint> Track(IReadOnlyList<GeoPoint> ring, DateTimeOffset from, DateTimeOffset to);

    /// <summary>All kept line, a piece at a time, for copying it elsewhere.</summary>
    IEnumerable<TrackPiece> Pieces();

    void AddPieces(IReadOnlyList<TrackPiece> pieces);

    /// <summary>Proves every entry: its hash, its chain, and that what it is found by is what it says.</summary>
    StoreCheck Verify();
}
