using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Journal;

/// <summary>
/// The job's journal as it is written: JSON Lines, append-only, hash-chained. The loops of several vehicles may append to it. Each record goes to the operating
/// system before <c>Append</c> returns, so a killed program loses none; it goes to the disk with each event and otherwise once a second by a timer of the
/// journal's own, so a power cut loses no more than that.
/// </summary>
/// <remarks>Every write may throw <see cref="JournalBrokenException"/>: the job must then stop.</remarks>
public sealed class JournalWriter : IDisposable
{
    private const string DamagedEnding = ".damaged";

    private static readonly TimeSpan LongestUnflushed = TimeSpan.FromSeconds(1);

    /// <summary>A look this often brings a record to the disk within the second.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.25);

    private static readonly TimeSpan ClockWasSet = TimeSpan.FromSeconds(1);

    private readonly Stream stream;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly HashChain chain;

    /// <summary>Appending is one short write; a queue before it would hold records that a killed program loses.</summary>
    private readonly Lock gate = new();

    private readonly ITimer timer;
    private Exception? broken;
    private long? unflushedSince;
    private TimeSpan wallAhead;

    internal JournalWriter(Stream stream, TimeProvider time, HashChain chain, string path = "")
    {
        this.stream = stream;
        this.time = time;
        this.chain = chain;
        this.path = path;
        timer = time.CreateTimer(_ => Look(), null, LookEvery, LookEvery);
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

    public void Append(TankFill filled)
    {
        ArgumentNullException.ThrowIfNull(filled);
        Append(n => new JournalLine(n, Fill: JournalLine.FillPart.Of(filled)), flush: true);
    }

    public void Append(JobFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        Append(n => new JournalLine(n, Fact: JournalLine.FactPart.Of(fact)), flush: true);
    }

    /// <summary>The last record.</summary>
    /// <param name="complete">Whether the job was flown to its end.</param>
    public void End(DateTimeOffset at, bool complete) => Append(n => new JournalLine(n, End: new JournalLine.EndPart(at.ToUniversalTime(), complete)), flush: true);

    /// <summary>Brings to the disk what has waited for a second. The journal's own timer does it too.</summary>
    public void FlushIfDue() => Guard(() =>
    {
        if (IsDue(LongestUnflushed)) Flush();
    });

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            try
            {
                if (broken is null && unflushedSince is not null) Guard(Flush);
            }
            finally
            {
                stream.Dispose();
                broken ??= new ObjectDisposedException(nameof(JournalWriter));
            }
        }
    }

    private static JournalWriter Opened(string path, TimeProvider time, HashChain chain, Func<FileStream> open)
    {
        try
        {
            return new JournalWriter(open(), time, chain, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalBrokenException($"the journal {path} cannot be opened: {e.Message}", path, e);
        }
    }

    private static void CutTail(string path, long goodBytes)
    {
        if (new FileInfo(path).Length == goodBytes) return;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        stream.Position = goodBytes;
        using (var tail = new FileStream(FreeName(path, DamagedEnding), FileMode.CreateNew))
        {
            stream.CopyTo(tail);
            tail.Flush(flushToDisk: true);
        }

        stream.SetLength(goodBytes);
    }

    private static string FreeName(string path, string ending = "")
    {
        var (stem, kind) = ending.Length > 0 ? (path, ending) : (Path.ChangeExtension(path, null), Path.GetExtension(path));
        return Enumerable.Range(1, int.MaxValue).Select(i => $"{stem}-{i}{kind}").First(name => !File.Exists(name));
    }

    private void Append(Func<long, JournalLine> record, bool flush) => Guard(() =>
    {
        NoteClock();
        Write(record);
        if (flush || IsDue(LongestUnflushed)) Flush();
    });

    private void NoteClock()
    {
        if (time is not SteadyClock steady || (steady.WallAhead - wallAhead).Duration() < ClockWasSet || chain.Next == 0) return;
        wallAhead = steady.WallAhead;
        Write(n => new JournalLine(n, Clock: new JournalLine.ClockPart(steady.GetUtcNow().ToUniversalTime(), Math.Round(wallAhead.TotalSeconds, 1))));
    }

    private void Write(Func<long, JournalLine> record)
    {
        stream.Write(chain.Seal(record));
        unflushedSince ??= time.GetTimestamp();
    }

    /// <summary>The timer's look; what it cannot write, the next append tells to whoever can stop the job.</summary>
    private void Look()
    {
        lock (gate)
        {
            if (broken is not null || !IsDue(LongestUnflushed - LookEvery)) return;
            try
            {
                Flush();
            }
            catch (Exception e) when (IsOutside(e))
            {
                broken = e;
            }
        }
    }

    private bool IsDue(TimeSpan after) => unflushedSince is { } since && time.GetElapsedTime(since) >= after;

    private void Flush()
    {
        if (stream is FileStream file) file.Flush(flushToDisk: true);
        else stream.Flush();
        unflushedSince = null;
    }

    private void Guard(Action write)
    {
        lock (gate)
        {
            if (broken is not null) throw new JournalBrokenException($"the journal is broken since: {broken.Message}", path, broken);
            try
            {
                write();
            }
            catch (Exception e) when (IsOutside(e))
            {
                broken = e;
                throw new JournalBrokenException($"the journal cannot be written: {e.Message}", path, e);
            }
        }
    }

    private static bool IsOutside(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException;
}
