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
        findings.ShouldHaveSingleItem().Code.ShouldBe("store.correct.amount-follows");
        right.ShouldBe(wrong.Application with
        {
            Litres = 4.1, ProductAmount = right!.ProductAmount, Operator = "赵六", Corrects = wrong.Hash, Reason = "流量读错", CorrectedBy = "李娜", Boundary = right.Boundary, Limits = right.Limits,
        });
        right.Boundary[0].ShouldBe(wrong.Application.Boundary[0]);
    }

    [Theory]
    [InlineData("litres", "much", "why", "who", "'much' is no value for litres.")]
    [InlineData("litres", "NaN", "why", "who", "'NaN' is no value for litres.")]
    [InlineData("litres", "-4", "why", "who", "litres cannot be -4; allowed is 0 to 1,000,000 L")]
    [InlineData("sprayed_m2", "-1", "why", "who", "sprayed_m2 cannot be -1; allowed is 0 to 100,000,000 m²")]
    [InlineData("product_amount", "-0.1", "why", "who", "product_amount cannot be -0.1; allowed is 0 to 1,000,000")]
    [InlineData("humidity_pct", "101", "why", "who", "humidity_pct cannot be 101; allowed is 0 to 100 %")]
    [InlineData("wind_mps", "-1", "why", "who", "wind_mps cannot be -1; allowed is 0 to 100 m/s")]
    [InlineData("to", "2001-01-01T00:00:00+00:00", "why", "who", "The work would end before it began; correct from and to together.")]
    [InlineData("dose_unit", "kg", "why", "who", "The amount of product does not follow from these corrections; name it too: --set product_amount=…")]
    [InlineData("litre", "4", "why", "who", "'litre' cannot be corrected; withdraw the entry and write a new one.")]
    [InlineData("field_id", "F9", "why", "who", "'field_id' cannot be corrected; withdraw the entry and write a new one.")]
    [InlineData("litres", "4", "", "who", "A correction needs a reason and a name.")]
    public void A_correction_that_makes_no_sense_is_refused(string property, string value, string reason, string by, string sentence)
    {
        var entry = new StoredEntry("s", 1, Now, "", "h", EntryJson.Write(MadeUpDiary.Application(1) with { WindMps = 2, HumidityPct = 60 }));
        Correction.Of(entry, new Dictionary<string, string> { [property] = value }, reason, by).Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("litres", 0.5)]
    [InlineData("dose_per_ha", 2)]
    public void The_amount_of_product_follows_litres_and_dose_in_proportion(string property, double factor)
    {
        var wrong = MadeUpDiary.Application(1) with { Litres = 8, DosePerHa = 1.2, ProductAmount = 0.4 };
        var value = factor * (property == "litres" ? wrong.Litres : wrong.DosePerHa);
        var entry = new StoredEntry("s", 1, Now, "", "h", EntryJson.Write(wrong));
        var (right, findings) = Correction.Of(entry, new Dictionary<string, string> { [property] = $"{value}" }, "why", "who");
        right!.ProductAmount.ShouldBe(0.4 * factor, 1e-9);
        findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith($"product_amount follows the corrected litres and dose: 0.4 becomes {0.4 * factor}");
    }

    [Fact]
    public void An_amount_of_product_that_is_named_is_taken_as_it_is()
    {
        var entry = new StoredEntry("s", 1, Now, "", "h", EntryJson.Write(MadeUpDiary.Application(1)));
        var (right, findings) = Correction.Of(entry, new Dictionary<string, string> { ["litres"] = "4.1", ["product_amount"] = "0.3" }, "why", "who");
        findings.ShouldBeEmpty();
        right!.ProductAmount.ShouldBe(0.3);
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
    public void Of_two_records_of_one_job_in_a_store_the_one_that_is_meant_is_found()
    {
        using var folder = new TemporaryFolder();
        using var store = RecordStores.Open(folder.File("s.db"));
        var first = MadeUpDiary.Application(1) with { RecordFingerprint = "one" };
        var entries = store.Add([first, first with { From = first.From.AddDays(1), To = first.To.AddDays(1), RecordFingerprint = "two" }], Now);
        JobSeal.InStore(store, first.FarmName, first.JobId, "two").Say(Language.English).ShouldEndWith($"holds this record: {entries[1].Hash[..12]}.");
        JobSeal.InStore(store, first.FarmName, first.JobId, "three").Code.ShouldBe("seal.stored-otherwise");
        JobSeal.InStore(store, first.FarmName, "another job", "two").Code.ShouldBe("seal.not-stored");
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
