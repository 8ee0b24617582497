using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>What was found, and what happened that a reader should know of.</summary>
internal static class Happenings
{
    private const int MostEvents = 40;

    private static readonly FlightEventKind[] OfNote =
        [FlightEventKind.Refilled, FlightEventKind.LinkLost, FlightEventKind.LinkBack, FlightEventKind.Alarm, FlightEventKind.Stopped, FlightEventKind.JobDone];

    public static Grid Findings(SprayRecord record, Words words) => new(
        words.Caption("record.findings"),
        [
            new(words.Caption("record.findings.severity"), 14, IsNumber: false),
            new(words.Caption("record.findings.field"), 21, IsNumber: false),
            new(words.Caption("record.findings.text"), 65, IsNumber: false),
        ],
        [.. record.Findings.OrderByDescending(f => f.Severity).Select(f => new Row([words.Severity(f.Severity).Joined, Where(f), words.Lines(f.Text)], ToneOf(f.Severity)))],
        words.Caption("record.findings.none"));

    private static string Where(Finding finding) => string.Join('\n', new[]
    {
        finding.FieldId,
        finding.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.LatitudeDeg:F5}, {at.LongitudeDeg:F5}") : null,
    }.OfType<string>());

    public static Grid Events(FlightLog log, Words words, Figures figures)
    {
        var events = log.Events.Where(e => OfNote.Contains(e.Kind)).ToList();
        return new Grid(
            words.Caption("record.events"),
            [
                new(words.Caption("record.events.time"), 14, IsNumber: false),
                new(words.Caption("record.events.sortie"), 14, IsNumber: false),
                new(words.Caption("record.events.text"), 72, IsNumber: false),
            ],
            [.. events.Take(MostEvents).Select(e => new Row([figures.Clock(e.At), $"{e.SortieNumber}", words.Lines(e.Text)], ToneOf(e.Kind)))],
            words.Caption("record.events.none"),
            events.Count > MostEvents ? words.Joined("record.events.more", $"{events.Count - MostEvents}") : "");
    }

    private static Tone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => Tone.Error,
        Severity.Warning => Tone.Warning,
        _ => Tone.Plain,
    };

    private static Tone ToneOf(FlightEventKind kind) => kind switch
    {
        FlightEventKind.Alarm or FlightEventKind.Stopped => Tone.Error,
        FlightEventKind.LinkLost => Tone.Warning,
        _ => Tone.Plain,
    };
}
