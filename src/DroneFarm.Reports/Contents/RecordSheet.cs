using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>A whole record as titles, figures and tables, before anybody thinks of pages.</summary>
/// <param name="Reference">What the foot of each page names: the job or the season.</param>
/// <param name="Alert">Said once at the top, in a frame; empty when there is nothing to warn of.</param>
internal sealed record RecordSheet(
    Caption Title,
    string Farm,
    string Day,
    Caption Status,
    bool IsComplete,
    IReadOnlyList<Caption> Marks,
    string Alert,
    IReadOnlyList<Block> Blocks,
    string Reference = "")
{
    /// <summary>Below this the unknown is no more than a lost report or two.</summary>
    private const double UnknownWorthSayingM = 50;

    public static RecordSheet Of(RecordSource source, Words words, Figures figures)
    {
        var record = source.Record;
        string?[] alerts =
        [
            record.Simulated ? words.Joined("record.simulated.explained") : null,
            source.Log.Complete ? null : words.Joined("record.log.incomplete"),
            source.Applied.UnknownFlowM >= UnknownWorthSayingM ? words.Joined("record.unknown", Figures.Kilometres(source.Applied.UnknownFlowM)) : null,
        ];
        return new(
            words.Caption("record.title"),
            record.FarmName,
            figures.Day(record.From),
            words.Caption(record.IsComplete ? "record.status.complete" : "record.status.incomplete"),
            record.IsComplete,
            Ink.Marks.Of(words, record.FarmMadeUp, record.Simulated),
            string.Join('\n', alerts.OfType<string>()),
            [
                Summary.Tiles(record, words, figures),
                Summary.Product(record, words),
                Summary.TimeAndPeople(source, words, figures),
                WeatherTable.Of(record, words, figures),
                TotalsTable.Of(source, words),
                new MapBlock(words.Caption("record.map")),
                FieldTable.Of(record, words, figures),
                .. DoseChart.Of(source, words),
                SortieTable.Of(source, words, figures),
                .. FlawTable.Of(source, words),
                .. PeopleFacts.Of(source, words, figures),
                Happenings.Findings(record, words),
                Happenings.Events(source.Log, words, figures),
                new Remarks(words.Caption("record.remarks"), [.. new[] { record.Job.Product.Note }.Where(n => n.Length > 0).Select(n => $"{words.Joined("record.product")}: {n}")]),
                new Signatures(
                    words.Caption("record.sign"),
                    [words.Caption("record.sign.operator"), words.Caption("record.sign.farmer"), words.Caption("record.sign.inspector")],
                    words.Caption("record.sign.date")),
            ],
            $"{words.Joined("record.job")} {record.Job.Id}");
    }

    /// <summary>The same with one remark more.</summary>
    public RecordSheet WithRemark(string remark) => this with
    {
        Blocks = [.. Blocks.Select(b => b is Remarks remarks ? remarks with { Lines = [.. remarks.Lines, remark] } : b)],
    };
}
