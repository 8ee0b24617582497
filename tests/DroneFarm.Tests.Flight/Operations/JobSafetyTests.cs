using DroneFarm.Core.Fields;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Tests.Flight.Fakes;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>What keeps a job from spraying where and when it must not: guard on board, target ground, wind.</summary>
public sealed class JobSafetyTests
{
    private static readonly PumpCalibration Pump = new(4);

    private static readonly Weather Calm = new(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero), 1, 90, 22, 70, "test");

    private static JobFlightOptions Options => JobFlightOptions.For(Pump, presetFor: null) with { Weather = () => Calm };

    [Fact]
    public async Task Nothing_takes_off_while_the_guard_script_on_board_is_not_heard()
    {
        await using var field = new Airfield();
        field.Copter.Guarded = false;
        using var job = await JobAsync(field, Missions.Plan(1), Options);
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe("flight.check.guard-unheard");
        field.Copter.Commands.ShouldNotContain(c => c.Command == MavCmd.ComponentArmDisarm && c.Param1 == 1);
    }

    [Fact]
    public async Task A_vehicle_without_the_guard_flies_when_somebody_answers_for_it_and_the_journal_keeps_that()
    {
        await using var field = new Airfield();
        field.Copter.Guarded = false;
        using var job = await JobAsync(field, Missions.Plan(1), Options with { Overrides = new HashSet<CheckCode> { CheckCode.Guard } });
        (await field.UntilAsync(job.RunAsync())).End.ShouldBe(JobEnd.Done);
        field.Events.ShouldContain(e => e.Text.Key == "flight.overridden" && e.Text.Args[0] == "Guard");
    }

    [Fact]
    public async Task A_guard_that_falls_silent_in_the_air_is_an_alarm_once()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, Missions.Plan(1), Options);
        await field.UntilAsync(job.RunAsync(), each: () => field.Copter.Guarded &= field.Copter.Flight.SprayedM < 5);
        field.Events.Count(e => e is { Kind: FlightEventKind.Alarm, Text.Key: "flight.guard-gone" }).ShouldBe(1);
    }

    [Fact]
    public async Task A_swath_that_leaves_the_field_is_switched_off_and_told_and_the_flight_goes_on()
    {
        await using var field = new Airfield();
        var plan = Missions.Plan(1);
        // The swaths run from 0 to 30 m north at 10 and 15 m east, the field ends at 20 m.
        var paddy = new Field("a", "A", new Polygon(new LinearRing([new(0, -5), new(40, -5), new(40, 20), new(0, 20), new(0, -5)])));
        using var job = await JobAsync(field, plan with { Farm = plan.Farm with { Fields = [paddy] } }, Options);
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        field.Copter.Flight.SprayedM.ShouldBeInRange(20, 30, "20 m of the first swath, some metres beyond, and the second's beginning");
        field.Events.Count(e => e is { Kind: FlightEventKind.Alarm, Text.Key: "flight.off-target" }).ShouldBe(2);
        EverythingSaidHasItsSentence(field);
    }

    [Fact]
    public async Task Wind_over_the_limit_holds_the_vehicle_until_somebody_answers_for_it()
    {
        await using var field = new Airfield();
        field.Copter.WindMps = 2;
        using var job = await JobAsync(field, Missions.Plan(1), Options);
        Task<Phrase?>? plain = null, answered = null;
        var (rose, sprayedM) = (DateTimeOffset.MaxValue, 0.0);
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            var now = field.Clock.GetUtcNow();
            if (field.Copter.Flight.SprayedM > 2 && rose == DateTimeOffset.MaxValue) (rose, field.Copter.WindMps) = (now, 5);
            if (rose == DateTimeOffset.MaxValue || now - rose < TimeSpan.FromSeconds(8)) return;
            if (plain is null)
            {
                job.Progress.Phase.ShouldBe(FlightPhase.Paused);
                field.Copter.Flight.SprayerAllowed.ShouldBeFalse();
                (plain, sprayedM) = (job.OrderAsync(new FlightOrder(FlightOrderKind.Resume)), field.Copter.Flight.SprayedM);
            }

            if (now - rose < TimeSpan.FromSeconds(12) || answered is not null) return;
            field.Copter.Flight.SprayedM.ShouldBe(sprayedM);
            answered = job.OrderAsync(new FlightOrder(FlightOrderKind.Resume, Answers: true));
        });
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        (await plain!).ShouldNotBeNull().Key.ShouldBe("flight.held-by-wind");
        (await answered!).ShouldBeNull();
        field.Events.ShouldContain(e => e.Text.Key == "flight.wind-answered" && e.Text.Args[0] == "5.0");
        field.Events.Select(e => PhaseChange.Reason(e)?.Key).ShouldContain("flight.wind-over");
        field.Copter.Flight.SprayedM.ShouldBe(60, 3);
        EverythingSaidHasItsSentence(field);
    }

    [Fact]
    public async Task When_the_wind_is_within_the_limit_again_an_order_to_go_on_is_enough()
    {
        await using var field = new Airfield();
        field.Copter.WindMps = 2;
        using var job = await JobAsync(field, Missions.Plan(1), Options);
        Task<Phrase?>? goOn = null;
        var rose = DateTimeOffset.MaxValue;
        await field.UntilAsync(job.RunAsync(), each: () =>
        {
            var now = field.Clock.GetUtcNow();
            if (field.Copter.Flight.SprayedM > 2 && rose == DateTimeOffset.MaxValue) (rose, field.Copter.WindMps) = (now, 5);
            if (rose != DateTimeOffset.MaxValue && now - rose > TimeSpan.FromSeconds(10)) field.Copter.WindMps = 2;
            if (rose != DateTimeOffset.MaxValue && now - rose > TimeSpan.FromSeconds(13)) goOn ??= job.OrderAsync(new FlightOrder(FlightOrderKind.Resume));
        });
        (await goOn!).ShouldBeNull();
        field.Events.ShouldNotContain(e => e.Text.Key == "flight.wind-answered");
        field.Copter.Flight.SprayedM.ShouldBe(60, 3);
    }

    private static async Task<JobFlight> JobAsync(Airfield field, Plan plan, JobFlightOptions options) =>
        new(await field.FindAsync(), plan, options, field, (_, _) => Task.CompletedTask, field.Clock);

    private static void EverythingSaidHasItsSentence(Airfield field)
    {
        foreach (var happened in field.Events)
        {
            Phrasebook.Core.Say(happened.Text, Language.English).ShouldNotContain("{");
            Phrasebook.Core.Say(happened.Text, Language.Chinese).ShouldNotContain("{");
        }
    }
}
