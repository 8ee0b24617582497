using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Journal;

/// <summary>Reads a journal back: everything up to the last record that follows the hash chain. What is damaged after it is cut, and said so.</summary>
public sealed class JournalReader
{
    private readonly HashChain chain = new();
    private readonly List<TrackPoint> track = [];
    private readonly List<FlightEvent> events = [];
    private readonly List<Weather> weather = [];
    private readonly List<TankFill> fills = [];
    private readonly List<JobFact> facts = [];
    private readonly List<JournalLine.ClockPart> clockJumps = [];
    private JournalLine.HeaderPart? header;
    private bool complete;

    private JournalReader()
    {
    }

    public static JournalRead Read(string path)
    {
        var findings = new List<Finding>();
        return InputFile.Bytes(path, findings) is { } bytes
            ? new JournalReader().Read(bytes, Path.GetFileName(path), findings)
            : new JournalRead(null, null, [], findings);
    }

    private JournalRead Read(ReadOnlySpan<byte> bytes, string name, List<Finding> findings)
    {
        var good = 0;
        while (good < bytes.Length)
        {
            var rest = bytes[good..];
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (chain.Open(line) is not { } record || !Take(record)) break;
            good += end < 0 ? line.Length : line.Length + 1;
        }

        if (header is null)
        {
            findings.Add(Finding.Error(bytes.IsEmpty ? "file.empty" : "journal.not-ours", name));
            return new JournalRead(null, null, [], findings);
        }

        if (good < bytes.Length) findings.Add(Finding.Warning("journal.cut", name, Text(chain.Next + 1), Text(chain.Next), Text(bytes.Length - good)));
        findings.AddRange(clockJumps.Select(j => Finding.Note("journal.clock-set", name, Moment(j.At), Seconds(j.WallAheadS))));
        var log = new FlightLog(header.Job, track, events, complete && good == bytes.Length) { Fills = fills, Facts = facts };
        var head = new JournalHeader(header.Job, header.Plan, header.Vehicle, header.Simulated, header.StartedAt);
        return new JournalRead(head, log, weather, findings) { GoodBytes = good, Chain = chain };
    }

    /// <summary>False for a record that has no place here: a first that is no header of ours, or a second header.</summary>
    private bool Take(JournalLine record)
    {
        if ((header is null) != (record.Header is { Format: JournalLine.FormatName, Version: JournalLine.CurrentVersion })) return false;
        header ??= record.Header;
        if (record.Track is not null) track.Add(record.Track.ToPoint());
        if (record.Event is not null) events.Add(record.Event.ToEvent());
        if (record.Weather is not null) weather.Add(record.Weather.ToWeather());
        if (record.Fill is not null) fills.Add(record.Fill.ToFill());
        if (record.Fact is not null) facts.Add(record.Fact.ToFact());
        if (record.Clock is not null) clockJumps.Add(record.Clock);
        complete = record.End is { Complete: true };
        return true;
    }

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("+0.0;-0.0", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
