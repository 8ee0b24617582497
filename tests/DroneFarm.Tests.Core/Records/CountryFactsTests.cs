using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Core.Spraying;
using DroneFarm.Tests.Core.Checking;
using DroneFarm.Tests.Core.Coverage;

namespace DroneFarm.Tests.Core.Records;

/// <summary>What each country's law asks for: a record with all of it is complete, and each thing taken out is missed by name.</summary>
public sealed class CountryFactsTests
{
    private static readonly Plan Plan = new HandPlan().Build();
    private static readonly DateOnly Day = DateOnly.FromDateTime(Flown.Start.UtcDateTime);

    private static readonly RecordTerms Whole = new(
        [Country.China],
        new Party("圩东合作社 Weidong cooperative", "南通市港闸区 Nantong"),
        new Applicator("张三 Zhang San", "南通市 Nantong", "320600-0001", "操作证书", Day.AddDays(100), Day.AddDays(-100)),
        new SprayerCare("SN-1", "UAS00000000", Day.AddDays(-20), Day.AddDays(200)),
        "ORYSA", "ECHCG", 13, "outdoor area", "320602-0001", "returned to the shop", Day.AddDays(-30), Day.AddDays(90), "permit 1");

    [Theory]
    [InlineData(Country.China, "PD20150001")]
    [InlineData(Country.UnitedStates, "62719-556")]
    [InlineData(Country.EuropeanUnion, "024567-00")]
    [InlineData(Country.UnitedKingdom, "MAPP 16789")]
    public void A_record_with_all_that_its_country_asks_for_has_no_findings(Country country, string registration) =>
        Codes(Whole with { Countries = [country] }, registration).ShouldBeEmpty();

    public static TheoryData<string, Country, Func<RecordTerms, RecordTerms>> Missing => new()
    {
        { "records.us.customer", Country.UnitedStates, t => t with { Customer = new Party("Farm") } },
        { "records.us.applicator", Country.UnitedStates, t => t with { Applicator = t.Applicator! with { Name = "" } } },
        { "records.us.licence", Country.UnitedStates, t => t with { Applicator = t.Applicator! with { Licence = "" } } },
        { "records.us.applicator-address", Country.UnitedStates, t => t with { Applicator = t.Applicator! with { Address = "" } } },
        { "records.us.tested", Country.UnitedStates, t => t with { Applicator = t.Applicator! with { TestedOn = null } } },
        { "records.eu.use", Country.EuropeanUnion, t => t with { UseKind = "" } },
        { "records.eu.crop", Country.EuropeanUnion, t => t with { CropEppo = "" } },
        { "records.eu.eppo-form", Country.EuropeanUnion, t => t with { CropEppo = "RICE 1" } },
        { "records.eu.parcel", Country.EuropeanUnion, t => t with { Parcel = "" } },
        { "records.eu.aerial", Country.EuropeanUnion, t => t with { Permit = "" } },
        { "records.eu.stage-perhaps", Country.EuropeanUnion, t => t with { CropStageBbch = null } },
        { "records.gb.certificate", Country.UnitedKingdom, t => t with { Applicator = t.Applicator! with { Licence = "" } } },
        { "records.gb.inspection", Country.UnitedKingdom, t => t with { Sprayer = null } },
        { "records.gb.permit", Country.UnitedKingdom, t => t with { Permit = "" } },
        { "records.missing.packages", Country.China, t => t with { Packages = "" } },
        { "records.licence.expired", Country.China, t => t with { Applicator = t.Applicator! with { ValidUntil = Day.AddDays(-1) } } },
        { "records.sprayer.inspection", Country.China, t => t with { Sprayer = t.Sprayer! with { InspectedUntil = Day.AddDays(-1) } } },
        { "records.sprayer.calibration", Country.China, t => t with { Sprayer = t.Sprayer! with { CalibratedOn = Day.AddDays(-366) } } },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_missing_or_out_of_date_is_named(string code, Country country, Func<RecordTerms, RecordTerms> without) =>
        Codes(without(Whole with { Countries = [country] }), country switch
        {
            Country.China => "PD20150001",
            Country.UnitedStates => "62719-556",
            Country.UnitedKingdom => "16789",
            _ => "024567-00",
        }).ShouldBe([code]);

    [Theory]
    [InlineData(Country.UnitedStates, "PD20150001", "records.us.registration-form")]
    [InlineData(Country.UnitedStates, "", "records.us.registration")]
    [InlineData(Country.UnitedKingdom, "PD20150001", "records.gb.mapp-form")]
    [InlineData(Country.UnitedKingdom, "", "records.gb.mapp")]
    [InlineData(Country.EuropeanUnion, "", "records.eu.authorisation")]
    public void A_product_goes_by_the_number_of_its_country(Country country, string registration, string code) =>
        Codes(Whole with { Countries = [country] }, registration).ShouldBe([code]);

    [Fact]
    public void Where_several_laws_apply_each_is_heard_and_nothing_is_said_twice()
    {
        var codes = Codes(new RecordTerms([Country.UnitedStates, Country.UnitedKingdom, Country.EuropeanUnion]), "", p => p with { Name = "" });
        codes.ShouldContain("records.us.customer");
        codes.ShouldContain("records.gb.permit");
        codes.ShouldContain("records.eu.crop");
        codes.Count(c => c == "records.missing.product").ShouldBe(1);
    }

    [Fact]
    public void A_label_that_limits_the_stage_makes_the_stage_needed_in_Europe() =>
        Codes(Whole with { Countries = [Country.EuropeanUnion], CropStageBbch = null }, "1", p => p with { Limits = new ProductLimits(["2"], FromBbch: 12, ToBbch: 20) }).ShouldBe(["records.eu.stage"]);

    [Theory]
    [InlineData("records.label.dose-over", 1.0, null, null)]
    [InlineData("records.label.dose-under", null, null, null)]
    [InlineData("records.label.stage", null, 20, null)]
    [InlineData("records.label.harvest", null, null, 91)]
    public void A_job_beyond_its_label_is_told(string code, double? most, int? fromStage, int? preHarvest) =>
        Codes(Whole, "PD20150001", p => p with { Limits = new ProductLimits(["2"], MinDosePerHa: code.EndsWith("under", StringComparison.Ordinal) ? 1.3 : null, MaxDosePerHa: most, FromBbch: fromStage, PreHarvestDays: preHarvest) })
            .ShouldBe([code]);

    [Fact]
    public void A_starter_product_says_that_its_figures_are_examples() =>
        Codes(Whole, "PD20150001", p => p with { Limits = new ProductLimits(["2"], IsExample: true) }).ShouldBe(["records.label.example"]);

    private static List<string> Codes(RecordTerms terms, string registration, Func<Product, Product>? product = null)
    {
        var changed = Plan.Job.Product with { RegistrationNumber = registration };
        var plan = Plan with { Job = Plan.Job with { Terms = terms, Product = product?.Invoke(changed) ?? changed } };
        var log = Flown.AsPlanned().Log() with { Events = Done() };
        var record = SprayRecords.Of(plan, log, AsAppliedMap.Of(plan, log), [new Weather(Flown.Start, 1.5, 120, 24, 70, "手持气象仪")]);
        return [.. record.Findings.Select(f => f.Code)];
    }

    private static DroneFarm.Core.Flights.FlightEvent[] Done() =>
        [.. new[] { 1, 2 }.Select(s => new DroneFarm.Core.Flights.FlightEvent(Flown.Start, new(1), s, DroneFarm.Core.Flights.FlightEventKind.SortieDone, DroneFarm.Core.Text.Phrase.Of("flight.landed")))];
}
