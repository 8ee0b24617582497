using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>A whole record as titles, figures and tables, before anybody thinks of pages.</summary>
/// <param name="Alert">Said once at the top, in a frame; empty when there is nothing to warn of.</param>
internal sealed record RecordSheet(
    Caption Title,
    string Farm,
    string Job,
    string Day,
    Caption Status,
    bool IsComplete,
    IReadOnlyList<Caption> Marks,
    string Alert,
    IReadOnlyList<Block> Blocks)
{
    public static RecordSheet Of(RecordSource source, Words words, Figures figures)
    {
        var record = source.Record;
        string?[] alerts =
        [
            record.Simulated ? words.Joined("record.simulated.explained") : null,
            source.Log.Complete ? null : words.Joined("record.log.incomplete"),
        ];
        return new(
            words.Caption("record.title"),
            record.FarmName,
            record.Job.Name,
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
                TotalsTable.Of(record, words),
                new MapBlock(words.Caption("record.map")),
                FieldTable.Of(record, words, figures),
                SortieTable.Of(source, words, figures),
                Happenings.Findings(record, words),
                Happenings.Events(source.Log, words, figures),
                new Signatures(
                    words.Caption("record.sign"),
                    [words.Caption("record.sign.operator"), words.Caption("record.sign.farmer"), words.Caption("record.sign.inspector")],
                    words.Caption("record.sign.date")),
            ]);
    }

    /// <summary>The same with a remark before the signatures.</summary>
    public RecordSheet WithRemark(Words words, string remark) => this with
    {
        Blocks = [.. Blocks.SkipLast(1), new Remarks(words.Caption("record.remarks"), [remark]), Blocks[^1]],
    };
}
