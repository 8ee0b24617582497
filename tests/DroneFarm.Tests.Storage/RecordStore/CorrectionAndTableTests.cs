using DroneFarm.Core.Text;
using DroneFarm.Storage.RecordStore;
using DroneFarm.Tests.Shared;
using Parquet;

namespace DroneFarm.Tests.Storage.RecordStore;

/// <summary>Corrections, tables for other programs, the seal of a job's files.</summary>
public sealed class CorrectionAndTableTests
{
    private static readonly DateTimeOffset Now = MadeUpDiary.NewYear.AddDays(120);

    [Fact]
    public void A_correction_changes_what_it_names_points_to_the_old_entry_and_says_why()
    {
        using var folder = new TemporaryFolder();
        using var store = RecordStores.Open(folder.File("s.db"));
        var wrong = store.Add([MadeUpDiary.Application(1)], Now)[0];
        var (right, findings) = Correction.Of(wrong, new Dictionary<string, string> { ["litres"] = "4.1", ["operator"] = "赵六" }, "流量读错", "李娜");
        findings.ShouldBeEmpty();
        right.ShouldBe(wrong.Application with
        {
            Litres = 4.1, Operator = "赵六", Corrects = wrong.Hash, Reason = "流量读错", CorrectedBy = "李娜", Boundary = right!.Boundary, Limits = right.Limits,
        });
        right.Boundary[0].ShouldBe(wrong.Application.Boundary[0]);
    }

    [Theory]
    [InlineData("litres", "much", "why", "who", "'much' is no value for litres.")]
    [InlineData("litre", "4", "why", "who", "'litre' cannot be corrected; withdraw the entry and write a new one.")]
    [InlineData("field_id", "F9", "why", "who", "'field_id' cannot be corrected; withdraw the entry and write a new one.")]
    [InlineData("litres", "4", "", "who", "A correction needs a reason and a name.")]
    public void A_correction_that_makes_no_sense_is_refused(string property, string value, string reason, string by, string sentence)
    {
        var entry = new StoredEntry("s", 1, Now, "", "h", EntryJson.Write(MadeUpDiary.Application(1)));
        Correction.Of(entry, new Dictionary<string, string> { [property] = value }, reason, by).Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);
    }

    [Fact]
    public void Csv_quotes_what_needs_it_and_no_cell_runs_as_a_formula()
    {
        using var csv = new StringWriter();
        ApplicationTable.WriteCsv(csv, [MadeUpDiary.Application(3) with { FieldName = "东, \"大\" 田", Operator = "=cmd()" }]);
        var lines = csv.ToString().Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("job_id,farm,field_id,field_name,");
        lines[1].ShouldContain("\"东, \"\"大\"\" 田\"");
        lines[1].ShouldContain(",'=cmd(),");
        lines[1].Count(c => c == ',').ShouldBe(lines[0].Count(c => c == ',') + 1);
    }

    [Fact]
    public async Task Parquet_is_read_back_as_the_same_table()
    {
        var diary = Enumerable.Range(0, 50).Select(i => MadeUpDiary.Application(i) with { WindMps = i % 2 == 0 ? null : 1.5 }).ToList();
        using var file = new MemoryStream();
        await ApplicationTable.WriteParquetAsync(file, diary);
        file.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(file);
        reader.Schema.DataFields.Length.ShouldBe(36);
        reader.RowGroupCount.ShouldBe(1);
        using var rows = reader.OpenRowGroupReader(0);
        rows.RowCount.ShouldBe(50);
    }

    [Fact]
    public void A_sealed_file_altered_by_one_byte_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("record.json"), "{\"litres\": 4.5}");
        JobSeal.Write(folder.File("seal.json"), "abc", ["record.json"]);
        JobSeal.Check(folder.File("seal.json"), "abc").ShouldBeEmpty();
        JobSeal.Check(folder.File("seal.json"), "abd").ShouldHaveSingleItem().Code.ShouldBe("seal.other-journal");
        File.WriteAllText(folder.File("record.json"), "{\"litres\": 4.6}");
        JobSeal.Check(folder.File("seal.json"), "abc").ShouldHaveSingleItem().Say(Language.English).ShouldBe("record.json was altered after the record was made.");
    }
}
