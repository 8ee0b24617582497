using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Tests.Core.Checking;
using DroneFarm.Tests.Core.Coverage;

namespace DroneFarm.Tests.Core.Records;

public sealed class SprayRecordsTests
{
    private static readonly Plan Plan = new HandPlan().Build();

    private static readonly Weather Calm = new(Flown.Start, 1.5, 120, 24, 70, "手持气象仪");

    [Fact]
    public void A_job_flown_to_its_end_has_a_complete_record_without_findings()
    {
        var record = Record(Plan);
        record.Findings.ShouldBeEmpty();
        record.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Its_totals_are_those_a_person_computes()
    {
        var totals = Record(Plan).Totals;
        (totals.SortiesPlanned, totals.SortiesFlown).ShouldBe((2, 2));
        totals.PlannedAreaM2.ShouldBe(2000);
        totals.SprayedAreaM2.ShouldBe(2000, 1);
        totals.PlannedLitres.ShouldBe(4.5, 1e-9);
        totals.AppliedLitres.ShouldBe(4.5, 0.1);
        totals.PlannedDuration.ShouldBe(TimeSpan.FromMinutes(5));
        // The four lines, three ways of 5 m between them, out over (0, 2.5) and home from (0, 17.5).
        totals.FlownDistanceM.ShouldBe(400 + 15 + Math.Sqrt(400 + 56.25) + Math.Sqrt(400 + 56.25), 1);
    }

    [Theory]
    [InlineData("records.missing.product")]
    [InlineData("records.missing.ingredient")]
    [InlineData("records.missing.registration")]
    [InlineData("records.missing.producer")]
    [InlineData("records.missing.dose")]
    [InlineData("records.missing.target")]
    [InlineData("records.missing.operator")]
    [InlineData("records.missing.place")]
    public void A_record_that_lacks_what_the_law_asks_for_is_not_complete(string code)
    {
        var record = Record(Without(code));
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
        record.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void A_registration_number_of_another_form_gets_a_warning()
    {
        var record = Record(Plan with { Job = Plan.Job with { Product = Plan.Job.Product with { RegistrationNumber = "12345" } } });
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe("records.registration-form");
        record.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData(3.4, 24, 70, "records.weather.wind")]
    [InlineData(1.5, 11, 70, "records.weather.cold")]
    [InlineData(1.5, 30.5, 70, "records.weather.hot")]
    [InlineData(1.5, 24, 39, "records.weather.dry")]
    public void Weather_out_of_the_jobs_limits_is_told(double windMps, double temperatureC, double humidityPct, string code) =>
        Record(Plan, weather: [Calm, Calm with { WindMps = windMps, TemperatureC = temperatureC, HumidityPct = humidityPct }])
            .Findings.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void Weather_of_another_time_is_no_weather() =>
        Record(Plan, weather: [Calm with { At = Flown.Start - TimeSpan.FromHours(2) }]).Findings.ShouldHaveSingleItem().Code.ShouldBe("records.weather.none");

    [Fact]
    public void What_was_not_measured_is_told() =>
        Record(Plan, weather: [Calm with { WindMps = null }]).Findings.ShouldHaveSingleItem().Code.ShouldBe("records.weather.no-wind");

    [Fact]
    public void A_flight_cut_short_is_no_complete_record()
    {
        var record = Record(Plan, complete: false);
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe("records.flight-incomplete");
        record.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Missed_ground_is_told_with_its_field()
    {
        var flown = new Flown().To(0, 2.5, 0).To(100, 2.5, 3.375).To(100, 7.5, 0).To(0, 7.5, 3.375).To(0, 12.5, 0).To(100, 12.5, 3.375).To(-20, 10, 0);
        var finding = Record(Plan, flown).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.FieldId, finding.Severity).ShouldBe(("records.ground.missed", "F1", Severity.Warning));
    }

    [Fact]
    public void A_field_that_stayed_dry_is_no_complete_record()
    {
        var record = Record(Plan, new Flown().To(0, 2.5, 0).To(100, 2.5, 3.375).To(-20, 10, 0));
        record.Findings.ShouldHaveSingleItem().Code.ShouldBe("records.ground.untreated");
        record.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void Spray_beside_the_field_is_told() =>
        Record(Plan, Flown.AsPlanned().To(-10, -10, 0).To(0, -10, 3.375).To(-20, 10, 0)).Findings.ShouldHaveSingleItem().Code.ShouldBe("records.ground.off-target");

    [Fact]
    public void A_line_without_word_of_the_pump_is_told() =>
        Record(Plan, Flown.AsPlanned().To(-10, -10, null)).Findings.ShouldHaveSingleItem().Code.ShouldBe("records.ground.unknown-flow");

    [Fact]
    public void A_flight_without_a_drop_is_no_complete_record()
    {
        var record = Record(Plan, new Flown().To(0, 2.5, 0));
        record.Findings.Select(f => f.Code).ShouldContain("records.nothing-sprayed");
        record.From.ShouldBe(Flown.Start);
    }

    [Theory]
    [InlineData("样机 1", "", "样机 1")]
    [InlineData("", "", "#1")]
    [InlineData("sprayer", "", "#1")]
    [InlineData("sprayer", "UAS-1234", "UAS-1234")]
    public void The_store_gets_the_aircraft_that_the_record_names_and_never_the_sprayer(string inJournal, string registration, string aircraft)
    {
        var terms = RecordTerms.ChinaAlone with { Sprayer = new SprayerCare(Registration: registration) };
        var plan = Plan with { Job = Plan.Job with { Terms = terms } };
        var log = Flown.AsPlanned().Log(complete: true);
        var record = SprayRecords.Of(plan, log, AsAppliedMap.Of(plan, log), [Calm], inJournal == "sprayer" ? plan.Sprayer.Name : inJournal);
        record.Aircraft.ShouldBe(aircraft);
        FieldApplications.Of(record, plan).ShouldAllBe(a => a.Drone == aircraft);
        FieldApplications.Of(record, plan).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_finding_can_be_said_in_both_languages()
    {
        foreach (var topic in new[] { "check.", "records." })
        {
            var english = Phrasebook.Core.Keys(Language.English).Where(k => k.StartsWith(topic, StringComparison.Ordinal)).Order().ToList();
            english.ShouldNotBeEmpty();
            Phrasebook.Core.Keys(Language.Chinese).Where(k => k.StartsWith(topic, StringComparison.Ordinal)).Order().ShouldBe(english);
        }
    }

    private static SprayRecord Record(Plan plan, Flown? flown = null, IReadOnlyList<Weather>? weather = null, bool complete = true)
    {
        var log = (flown ?? Flown.AsPlanned()).Log(complete);
        log = log with { Events = [.. new[] { 1, 2 }.Select(n => new FlightEvent(Flown.Start, new VehicleId(1), n, FlightEventKind.SortieDone, Phrase.Of("flight.sortie-done", $"{n}")))] };
        return SprayRecords.Of(plan, log, AsAppliedMap.Of(plan, log), weather ?? [Calm], "样机 1");
    }

    private static Plan Without(string code)
    {
        var (job, product) = (Plan.Job, Plan.Job.Product);
        return code switch
        {
            "records.missing.product" => Plan with { Job = job with { Product = product with { Name = "" } } },
            "records.missing.ingredient" => Plan with { Job = job with { Product = product with { ActiveIngredient = " " } } },
            "records.missing.registration" => Plan with { Job = job with { Product = product with { RegistrationNumber = "" } } },
            "records.missing.producer" => Plan with { Job = job with { Product = product with { Producer = "" } } },
            "records.missing.dose" => Plan with { Job = job with { Product = product with { DosePerHa = 0 } } },
            "records.missing.target" => Plan with { Job = job with { Target = "" } },
            "records.missing.operator" => Plan with { Job = job with { Operator = "" } },
            _ => Plan with { Farm = Plan.Farm with { Name = "" } },
        };
    }
}
