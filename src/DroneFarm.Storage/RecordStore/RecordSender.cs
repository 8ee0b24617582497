using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.RecordStore;

/// <summary>
/// Brings what a station has and a server lacks to the server. It asks the server how far it is and goes on from there: a cut link, a crash or a second run
/// costs nothing but the batch in the air, and that batch is stored once however often it is sent. A batch that does not get through is halved, since on a link
/// that is cut often a large one never would.
/// </summary>
public sealed class RecordSender(IRecordStore local, Func<IRecordStore> connect)
{
    private const int LargestBatch = 1000;

    private int batch = LargestBatch;

    /// <summary>One connection's worth of sending; ends when all is there, something is refused, or the link fails.</summary>
    /// <exception cref="StoreException">The link failed: what was stored before is kept, and the next call goes on behind it.</exception>
    public Sent Send(CancellationToken cancel = default)
    {
        using var server = connect();
        var there = server.Heads().ToDictionary(h => h.Station);
        var (stored, findings) = (0L, new List<Finding>());
        foreach (var head in local.Heads())
        {
            var at = there.TryGetValue(head.Station, out var known) ? known : new StationHead(head.Station, 0, EntryChain.Beginning);
            if (IsForked(at)) findings.Add(Finding.Error("store.fork", head.Station, at.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), server.Name));
            for (var after = at.Sequence; after < head.Sequence && findings.Count == 0;)
            {
                cancel.ThrowIfCancellationRequested();
                var entries = local.Entries(head.Station, after, batch);
                var accepted = Offer(server, entries);
                after += entries.Count;
                stored += accepted.Stored;
                findings.AddRange(accepted.Findings);
            }
        }

        return new Sent(stored, findings);
    }

    private Accepted Offer(IRecordStore server, IReadOnlyList<StoredEntry> entries)
    {
        try
        {
            var accepted = server.Accept(entries);
            batch = Math.Min(LargestBatch, batch * 2);
            return accepted;
        }
        catch (StoreException)
        {
            batch = Math.Max(1, batch / 2);
            throw;
        }
    }

    /// <summary>Tries again after each failure, waiting longer each time, until all is there or something is refused.</summary>
    public async Task<Sent> SendAllAsync(TimeProvider time, TimeSpan firstWait, TimeSpan longestWait, CancellationToken cancel)
    {
        for (var (stored, wait) = (0L, firstWait); ;)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var sent = await Task.Run(() => Send(cancel), cancel);
                return sent with { Stored = stored + sent.Stored };
            }
            catch (StoreException)
            {
                // The server is out of reach: the records wait where they are.
                await Task.Delay(wait, time, cancel);
                wait = wait * 2 < longestWait ? wait * 2 : longestWait;
            }
        }
    }

    /// <summary>Whether the server's chain of a station goes another way than ours, or further than ours: two machines with one name.</summary>
    private bool IsForked(StationHead there) =>
        there.Sequence > 0 && (local.Entries(there.Station, there.Sequence - 1, 1) is not [var ours] || ours.Hash != there.Hash) && OursReaches(there);

    private bool OursReaches(StationHead there) => local.Heads().Any(h => h.Station == there.Station && h.Sequence >= there.Sequence);
}
