using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>Copies all of a store into another one: a backup is a SQLite file, whatever kind the store is, and a restore is the same the other way round.</summary>
public static class StoreCopy
{
    private const int BatchSize = 1000;

    /// <summary>Nothing in the target is overwritten; what is there already is left as it is.</summary>
    public static Sent Of(IRecordStore from, IRecordStore to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (stored, findings) = (0L, new List<Finding>());
        foreach (var head in from.Heads())
        {
            for (var after = 0L; after < head.Sequence; after += BatchSize)
            {
                var accepted = to.Accept(from.Entries(head.Station, after, BatchSize));
                stored += accepted.Stored;
                findings.AddRange(accepted.Findings);
            }
        }

        foreach (var pieces in from.Pieces().Chunk(BatchSize)) to.AddPieces(pieces);
        return new Sent(stored, findings);
    }
}
