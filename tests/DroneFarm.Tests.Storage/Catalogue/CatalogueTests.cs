using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Catalogue;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Catalogue;

public sealed class CatalogueTests
{
    private const string Head = """
        "id": "j", "name": "n", "rate_l_per_mu": 1.5, "height_m": 3, "speed_mps": 5, "transit_height_m": 15, "transit_speed_mps": 7, "drift_margin_m": 0,
        "weather_limits": { "max_wind_mps": 3, "min_temperature_c": 12, "max_temperature_c": 30, "min_humidity_pct": 40 }
        """;

    [Fact]
    public void Every_product_of_the_starter_set_is_an_example_with_a_resistance_group_and_a_source()
    {
        ProductCatalogue.Starter.Products.Count.ShouldBe(19);
        foreach (var (id, product) in ProductCatalogue.Starter.Products)
        {
            product.Limits!.IsExample.ShouldBeTrue(id);
            product.Limits.ResistanceGroups.ShouldNotBeEmpty(id);
            product.Limits.Source.ShouldNotBeEmpty(id);
            product.RegistrationNumber.ShouldBeEmpty(id);
        }

        ProductCatalogue.Starter.Products["penoxsulam-25-od"].Limits!.ShouldSatisfyAllConditions(l => l.MinDosePerHa!.Value.ShouldBe(1.2, 1e-9), l => l.MaxDosePerHa!.Value.ShouldBe(2.4, 1e-9), l => l.PreHarvestDays.ShouldBe(60));
    }

    [Fact]
    public void A_job_names_a_product_of_the_catalogue_and_says_the_rest_itself()
    {
        var job = Read("""{ "catalogue": "penoxsulam-25-od", "registration_number": "PD20070350", "producer": "p", "dose_ml_per_mu": 80 }""").Job!;
        job.Product.ActiveIngredient.ShouldBe("五氟磺草胺 penoxsulam 25 g/L");
        job.Product.RegistrationNumber.ShouldBe("PD20070350");
        job.Product.Limits!.ResistanceGroups.ShouldBe(["2"]);
    }

    [Fact]
    public void A_misspelt_product_is_told_with_the_nearest() =>
        Read("""{ "catalogue": "penoxulam-25-od", "name": "n", "active_ingredient": "a", "registration_number": "r", "dose_ml_per_mu": 80 }""").Findings.ShouldContain(f => f.Code == "file.catalogue.unknown" && f.Say(Language.English).Contains("penoxsulam-25-od", StringComparison.Ordinal));

    [Fact]
    public void A_catalogue_beside_the_job_stands_before_the_starter_set_and_its_mistakes_have_a_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("products.json"), """
            { "products": [ { "id": "penoxsulam-25-od", "name": "ours", "active_ingredient": "a", "resistance_groups": ["2"], "dose_ml_per_mu": [60, 90], "re_entry_h": 12, "source": "label" } ] }
            """);
        var findings = new List<DroneFarm.Core.Findings.Finding>();
        var ours = ProductCatalogue.In(folder.FullName, findings).Products;
        findings.ShouldBeEmpty();
        ours["penoxsulam-25-od"].ShouldSatisfyAllConditions(p => p.Name.ShouldBe("ours"), p => p.Limits!.ReEntryH.ShouldBe(12), p => p.Limits!.IsExample.ShouldBeFalse());
        ours.Count.ShouldBe(19);
        File.WriteAllText(folder.File("products.json"), "{ \"products\": [ { \"id\": \"x\", \"name\": \"n\",\n \"active_ingredient\": \"a\", \"re_entry_h\": \"12\", \"source\": \"s\" } ] }");
        ProductCatalogue.In(folder.FullName, findings);
        findings.ShouldHaveSingleItem().Say(Language.English).ShouldStartWith("products.json, line 2: products[0].re_entry_h");
    }

    [Fact]
    public void A_job_says_by_whose_law_and_with_which_papers()
    {
        var terms = Read("""{ "name": "n", "active_ingredient": "a", "registration_number": "r", "dose_ml_per_mu": 80 }""", """
            , "record": { "countries": ["cn", "EU"], "customer": { "name": "c", "address": "d" }, "applicator": { "name": "z", "licence": "1", "valid_until": "2027-01-31" },
              "sprayer": { "serial": "s", "calibrated_on": "2026-05-01" }, "crop_eppo": "orysa", "crop_stage_bbch": 13, "sown_on": "2026-05-20" }
            """).Job!.Terms!;
        terms.Countries.ShouldBe([Country.China, Country.EuropeanUnion]);
        (terms.CropEppo, terms.CropStageBbch, terms.SownOn, terms.Applicator!.ValidUntil, terms.Sprayer!.CalibratedOn).ShouldBe(("ORYSA", 13, new DateOnly(2026, 5, 20), new DateOnly(2027, 1, 31), new DateOnly(2026, 5, 1)));
    }

    [Theory]
    [InlineData("""{ "countries": ["uk"] }""", "job, line 3: record.countries is 'uk'; it must be one of cn, us, eu, gb.")]
    [InlineData("""{ "sown_on": "20.5.2026" }""", "job, line 3: record.sown_on is '20.5.2026'; write a date as 2026-06-20.")]
    public void A_mistake_in_the_papers_is_told_with_its_line(string record, string sentence) =>
        Read("""{ "name": "n", "active_ingredient": "a", "registration_number": "r", "dose_ml_per_mu": 80 }""", $", \"record\": {record}").Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);

    private static JobRead Read(string product, string more = "")
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{{ {Head},\n \"product\": {product} {more.Trim()} }}"));
        return JobFile.Read(stream, "job");
    }
}
