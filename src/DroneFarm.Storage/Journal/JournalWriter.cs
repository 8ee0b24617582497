using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Journal;

/// <summary>
/// The job's journal as it is written: JSON Lines, append-only, hash-chained. One loop owns it; it is not for several threads.
/// Each record goes to the operating system at once, so a killed program loses none; it goes to the disk with each event and otherwise
/// at least once a second, so a power cut loses at most that. The owner calls <see cref="FlushIfDue"/> on its tick for the quiet times.
/// </summary>
/// <remarks>Every write may throw <see cref="JournalBrokenException"/>: the job must then stop.</remarks>
public sealed class JournalWriter : IDisposable
{
    private static readonly TimeSpan LongestUnflushed = TimeSpan.FromSeconds(1);

    private readonly Stream stream;
    private readonly TimeProvider time;
    private readonly HashChain chain;
    private Exception? broken;
    private long? unflushedSince;

    internal JournalWriter(Stream stream, TimeProvider time, HashChain chain)
    {
        this.stream = stream;
        this.time = time;
        this.chain = chain;
    }

    /// <summary>Begins a journal. One that is already there is no part of this flight: it keeps its content and gets a number behind its name.</summary>
    /// <exception cref="JournalBrokenException">The file cannot be made.</exception>
    public static JournalWriter Create(string path, JournalHeader header, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(header);
        var writer = Opened(path, time, new HashChain(), () =>
        {
            if (File.Exists(path)) File.Move(path, FreeName(path));
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        });
        var part = new JournalLine.HeaderPart(
            JournalLine.FormatName, JournalLine.CurrentVersion, header.JobId, header.PlanFingerprint, header.Vehicle, header.Simulated, header.StartedAt.ToUniversalTime());
        writer.Append(n => new JournalLine(n, Header: part), flush: true);
        return writer;
    }

    /// <summary>Goes on with a journal after a crash. Its damaged tail, if any, is moved to a file of its own beside it, so that nothing is thrown away.</summary>
    /// <param name="read">What <see cref="JournalReader.Read(string)"/> made of the same file just before.</param>
    /// <exception cref="JournalBrokenException">The file cannot be opened or cut.</exception>
    public static JournalWriter Resume(string path, JournalRead read, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read.Header is null) throw new ArgumentException("a journal without a good header cannot be resumed", nameof(read));
        return Opened(path, time, read.Chain, () =>
        {
            CutTail(path, read.GoodBytes);
            var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n') stream.WriteByte((byte)'\n');
            return stream;
        });
    }

    public void Append(TrackPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        Append(n => new JournalLine(n, Track: JournalLine.TrackPart.Of(point)), flush: false);
    }

    public void Append(FlightEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Append(n => new JournalLine(n, Event: JournalLine.EventPart.Of(happened)), flush: true);
    }

    public void Append(Weather measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        Append(n => new JournalLine(n, Weather: JournalLine.WeatherPart.Of(measured)), flush: true);
    }

    /// <summary>The last record.</summary>
    /// <param name="complete">Whether the job was flown to its end.</param>
    public void End(DateTimeOffset at, bool complete) => Append(n => new JournalLine(n, End: new JournalLine.EndPart(at.ToUniversalTime(), complete)), flush: true);

    /// <summary>Brings to the disk what has waited for a second.</summary>
    public void FlushIfDue()
    {
        if (unflushedSince is { } since && time.GetElapsedTime(since) >= LongestUnflushed) Guard(Flush);
    }

    public void Dispose()
    {
        try
        {
            if (broken is null && unflushedSince is not null) Guard(Flush);
        }
        finally
        {
            stream.Dispose();
        }
    }

    private static JournalWriter Opened(string path, TimeProvider time, HashChain chain, Func<FileStream> open)
    {
        try
        {
            return new JournalWriter(open(), time, chain);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalBrokenException($"the journal {path} cannot be opened: {e.Message}", e);
        }
    }

    private static void CutTail(string path, long goodBytes)
    {
        if (new FileInfo(path).Length == goodBytes) return;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Position = goodBytes;
        using (var tail = new FileStream(FreeName(path), FileMode.CreateNew))
        {
            stream.CopyTo(tail);
            tail.Flush(flushToDisk: true);
        }

        stream.SetLength(goodBytes);
    }

    private static string FreeName(string path)
    {
        var (stem, ending) = (Path.ChangeExtension(path, null), Path.GetExtension(path));
        return Enumerable.Range(1, int.MaxValue).Select(i => $"{stem}-{i}{ending}").First(name => !File.Exists(name));
    }

    private void Append(Func<long, JournalLine> record, bool flush) => Guard(() =>
    {
        stream.Write(chain.Seal(record));
        unflushedSince ??= time.GetTimestamp();
        if (flush || time.GetElapsedTime(unflushedSince.Value) >= LongestUnflushed) Flush();
    });

    private void Flush()
    {
        if (stream is FileStream file) file.Flush(flushToDisk: true);
        else stream.Flush();
        unflushedSince = null;
    }

    private void Guard(Action write)
    {
        if (broken is not null) throw new JournalBrokenException($"the journal is broken since: {broken.Message}", broken);
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            broken = e;
            throw new JournalBrokenException($"the journal cannot be written: {e.Message}", e);
        }
    }
}
