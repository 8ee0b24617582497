using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class JobFlightTests
{
    private static readonly PumpCalibration Pump = new(4);

    private static readonly Weather Calm = new(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero), 1, 90, 22, 70, "test");

    private static JobFlightOptions Options => JobFlightOptions.For(Pump, presetFor: null) with { Weather = () => Calm };

    [Fact]
    public async Task Two_sorties_are_flown_with_a_refill_before_each_and_the_litres_are_those_of_the_pump()
    {
        await using var field = new Airfield();
        List<int> refills = [];
        using var job = await JobAsync(field, 2, (sortie, _) =>
        {
            refills.Add(sortie.Number);
            return Task.CompletedTask;
        });
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        result.IsComplete.ShouldBeTrue();
        result.Sorties.Select(s => s.End).ShouldBe([SortieEnd.Flown, SortieEnd.Flown]);
        refills.ShouldBe([1, 2]);
        field.Copter.Flight.Armed.ShouldBeFalse();
        // Two swaths of 30 m at 5 m/s and 2 L/min: 0.4 L a sortie.
        result.Flown.Litres.ShouldBe(0.8, 0.08);
        field.Track.Where(t => t.SortieNumber == 2).ShouldNotBeEmpty();
        field.Track.ShouldAllBe(t => t.FlowLPerMin != null);
        field.Events.Select(e => e.Kind).ShouldContain(FlightEventKind.MissionVerified);
        field.Events.Count(e => e.Kind == FlightEventKind.SwathStarted).ShouldBe(4);
        field.Events.Count(e => e.Kind == FlightEventKind.SortieDone).ShouldBe(2);
        field.Events[^1].Kind.ShouldBe(FlightEventKind.JobDone);
        EverythingSaidHasItsSentence(field);
    }

    [Fact]
    public void A_report_from_before_the_flight_says_nothing_of_its_share()
    {
        var began = new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
        var shape = new MissionShape(Missions.Plan(1).Missions[0]);
        var share = new FlightShare(shape, began);
        VehicleState Reported(double secondsLater) => new VehicleState(new VehicleId(1)) with { Mission = new Reading<MissionPlace>(new MissionPlace(shape.TailItem, null, 3), began.AddSeconds(secondsLater)) };
        share.Of(new VehicleState(new VehicleId(1))).ShouldBe(0);
        share.Of(Reported(-1)).ShouldBe(0);
        share.Of(Reported(1)).ShouldBeGreaterThan(0.5);
        var disarmed = Reported(2) with { Mission = new Reading<MissionPlace>(new MissionPlace(0, null, 2), began.AddSeconds(2)) };
        share.Of(disarmed).ShouldBe(share.Of(Reported(1)));
    }

    [Fact]
    public async Task A_job_is_flown_whole_over_a_radio_that_loses_30_of_100_packets()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        field.Copter.Loss = 0.3;
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        field.Copter.Flight.SprayedM.ShouldBe(60, 3);
    }

    [Fact]
    public async Task A_reboot_that_is_seen_after_the_upload_has_the_mission_sent_again()
    {
        await using var field = new Airfield();
        DateTimeOffset? rebootedAt = null;
        // The weather comes late, so that nothing takes off before the reboot is seen.
        var options = Options with { Weather = () => field.Clock.GetUtcNow() - rebootedAt > TimeSpan.FromSeconds(3) ? Calm : null };
        using var job = new JobFlight(await field.FindAsync(), Missions.Plan(1), options, field, (_, _) => Task.CompletedTask, field.Clock);
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (job.Progress.Phase != FlightPhase.Preflight || rebootedAt is not null) return;
            rebootedAt = field.Clock.GetUtcNow();
            field.Copter.Flight.Reboot(rebootedAt.Value);
        });
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        field.Events.Count(e => e.Kind == FlightEventKind.MissionVerified).ShouldBe(2);
    }

    [Fact]
    public async Task Cancelling_in_a_swath_stops_the_sprayer_first_then_brings_the_vehicle_home_and_waits_until_it_is_disarmed()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 2);
        using var cancel = new CancellationTokenSource();
        var running = job.RunAsync(cancel: cancel.Token);
        await field.UntilAsync(running, each: () =>
        {
            if (field.Copter.Flight.SprayedM > 5) cancel.Cancel();
        });
        var result = await running;
        result.End.ShouldBe(JobEnd.Cancelled);
        result.Safe.ShouldBe(new SafeReturnResult(Disarmed: true, SprayerOffOutcome.Confirmed));
        field.Copter.Flight.Armed.ShouldBeFalse();
        field.Copter.Flight.SprayedM.ShouldBeLessThan(10);
        var orders = field.Copter.Commands.Where(c => c.Command is MavCmd.DoSprayer or MavCmd.DoSetMode).ToList();
        var home = orders.FindIndex(c => c.Command == MavCmd.DoSetMode && c.Param2 == (float)CopterMode.Rtl);
        home.ShouldBePositive();
        orders[home - 1].Command.ShouldBe(MavCmd.DoSprayer);
        orders[home - 1].Param1.ShouldBe(0);
    }

    [Fact]
    public async Task Cancelling_on_the_ground_leaves_it_there()
    {
        await using var field = new Airfield();
        using var cancel = new CancellationTokenSource();
        using var job = await JobAsync(field, 1, (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, field.Clock, token));
        var running = job.RunAsync(cancel: cancel.Token);
        await field.UntilAsync(running, each: () =>
        {
            if (job.Progress.Phase == FlightPhase.Refilling) cancel.Cancel();
        });
        (await running).End.ShouldBe(JobEnd.Cancelled);
        field.Copter.Commands.ShouldNotContain(c => c.Command == MavCmd.ComponentArmDisarm);
    }

    [Fact]
    public async Task The_pilots_mode_wins_the_job_only_stops_the_sprayer_and_says_so()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 2);
        var modes = 0;
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (field.Copter.Flight.SprayedM < 5 || field.Copter.Flight.Mode != CopterMode.Auto) return;
            field.Copter.Flight.Mode = CopterMode.Land;
            modes = field.Copter.Commands.Count(c => c.Command == MavCmd.DoSetMode);
        });
        result.End.ShouldBe(JobEnd.PilotTookOver);
        result.Reason.Args.ShouldBe(["LAND"]);
        result.Sorties.Count.ShouldBe(1);
        field.Copter.Flight.SprayerAllowed.ShouldBeFalse();
        field.Copter.Commands.Count(c => c.Command == MavCmd.DoSetMode).ShouldBe(modes, "a mode was commanded after the pilot had chosen");
        EverythingSaidHasItsSentence(field);
    }

    [Fact]
    public async Task A_failsafe_is_told_apart_from_the_pilot_and_the_sprayer_is_stopped()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 2);
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (field.Copter.Flight.SprayedM < 5 || field.Copter.Flight.Mode != CopterMode.Auto) return;
            field.Copter.Says("Battery Failsafe");
            field.Copter.Flight.Mode = CopterMode.Rtl;
        });
        result.End.ShouldBe(JobEnd.Failsafe);
        result.Reason.Args.ShouldBe(["Battery Failsafe", "RTL"]);
        field.Copter.Flight.SprayerAllowed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failing_journal_stops_the_job_with_that_reason_and_the_vehicle_comes_home()
    {
        await using var field = new Airfield { JournalFailsAt = e => e.Kind == FlightEventKind.SwathStarted };
        using var job = await JobAsync(field, 1);
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.JournalFailed);
        Phrasebook.Core.Say(result.Reason, Language.English).ShouldBe("The journal cannot be written: the disk is full");
        result.Safe!.Disarmed.ShouldBeTrue();
        field.Copter.Flight.Armed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_vehicle_that_does_not_arm_is_left_disarmed_with_its_own_reason()
    {
        await using var field = new Airfield();
        field.Copter.Flight.RefusesToArm = true;
        using var job = await JobAsync(field, 1);
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (job.Progress.Phase == FlightPhase.Arming) field.Copter.Says("Arm: Need Position Estimate", MavSeverity.Critical);
        });
        result.End.ShouldBe(JobEnd.NotReady);
        Phrasebook.Core.Say(result.Reason, Language.English).ShouldBe("The vehicle does not arm. Arm: Need Position Estimate");
    }

    [Fact]
    public async Task A_pump_that_will_not_stop_is_never_taken_into_the_air()
    {
        await using var field = new Airfield();
        field.Copter.Flight.PumpSticks = true;
        using var job = await JobAsync(field, 1);
        var result = await field.UntilAsync(job.RunAsync());
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe("flight.sprayer-off.still-running");
        field.Copter.Commands.ShouldNotContain(c => c.Command == MavCmd.ComponentArmDisarm && c.Param1 == 1);
    }

    [Fact]
    public async Task A_lost_link_is_told_within_3_and_a_half_seconds_and_the_job_goes_on_when_it_is_back()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        var cutAt = DateTimeOffset.MaxValue;
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            var now = field.Clock.GetUtcNow();
            if (field.Copter.Flight.SprayedM > 5 && cutAt == DateTimeOffset.MaxValue) cutAt = now;
            field.Copter.RadioOff = now >= cutAt && now < cutAt + TimeSpan.FromSeconds(6);
        });
        result.End.ShouldBe(JobEnd.Done);
        var lost = field.Events.First(e => e.Kind == FlightEventKind.LinkLost);
        (lost.At - cutAt).TotalSeconds.ShouldBeInRange(3.3, 3.7);
        field.Events.ShouldContain(e => e.Kind == FlightEventKind.LinkBack);
    }

    [Fact]
    public async Task Progress_runs_from_0_to_1_and_never_back()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        List<double> seen = [];
        await field.UntilAsync(job.RunAsync(), each: () => seen.Add(job.Progress.JobFraction));
        seen[0].ShouldBe(0);
        seen[^1].ShouldBe(1, 0.001);
        seen.Zip(seen.Skip(1), (a, b) => b - a).Min().ShouldBeGreaterThan(-0.05);
    }

    private static async Task<JobFlight> JobAsync(Airfield field, int sorties, Refill? refill = null)
    {
        var vehicle = await field.FindAsync();
        return new JobFlight(vehicle, Missions.Plan(sorties), Options, field, refill ?? ((_, _) => Task.CompletedTask), field.Clock);
    }

    [Fact]
    public async Task A_paused_flight_holds_with_the_sprayer_off_and_goes_on_spraying_where_it_stopped()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        Task<Phrase?>? paused = null, resumed = null;
        var (heldM, heldAt) = (0.0, DateTimeOffset.MaxValue);
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (paused is null && field.Copter.Flight.SprayedM > 5) (paused, heldAt) = (job.OrderAsync(new FlightOrder(FlightOrderKind.Pause)), field.Clock.GetUtcNow());
            var heldFor = field.Clock.GetUtcNow() - heldAt;
            if (heldFor > TimeSpan.FromSeconds(3) && heldM == 0)
            {
                heldM = field.Copter.Flight.SprayedM;
                field.Copter.Flight.SprayerAllowed.ShouldBeFalse();
                job.Progress.Phase.ShouldBe(FlightPhase.Paused);
                job.Progress.Orders.ShouldContain(FlightOrderKind.Resume);
            }

            if (resumed is not null || heldFor < TimeSpan.FromSeconds(8)) return;
            field.Copter.Flight.SprayedM.ShouldBe(heldM);
            resumed = job.OrderAsync(new FlightOrder(FlightOrderKind.Resume));
        });
        result.End.ShouldBe(JobEnd.Done, Phrasebook.Core.Say(result.Reason, Language.English));
        (await paused!).ShouldBeNull();
        (await resumed!).ShouldBeNull();
        field.Copter.Flight.SprayedM.ShouldBe(60, 3);
    }

    [Fact]
    public async Task Asked_to_come_home_it_does_and_an_order_without_a_place_is_refused_with_a_reason()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        (await field.UntilAsync(job.OrderAsync(new FlightOrder(FlightOrderKind.Pause)))).ShouldNotBeNull().Key.ShouldBe("flight.order-out-of-place");
        Task<Phrase?>? asked = null;
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (asked is null && field.Copter.Flight.SprayedM > 5) asked = job.OrderAsync(new FlightOrder(FlightOrderKind.Return));
        });
        result.End.ShouldBe(JobEnd.BroughtHome);
        field.Copter.Flight.SprayedM.ShouldBeLessThan(10);
        field.Copter.Flight.Armed.ShouldBeFalse();
        EverythingSaidHasItsSentence(field);
    }

    [Fact]
    public async Task Every_phase_is_journalled_with_its_reason_in_the_order_of_the_table()
    {
        await using var field = new Airfield();
        using var job = await JobAsync(field, 1);
        await field.UntilAsync(job.RunAsync());
        var phases = field.Events.Where(e => e.Kind == FlightEventKind.PhaseChanged).ToList();
        phases.ShouldAllBe(e => PhaseChange.Reason(e) != null);
        phases.Select(e => e.Text.Key["flight.phase.".Length..]).ShouldBe(
        [
            "preparing", "refilling", "uploading", "preflight", "arming", "takingoff", "transit", "spraying", "transit", "spraying", "returning", "done",
        ]);
    }

    [Fact]
    public async Task Nothing_takes_off_while_nobody_knows_the_wind()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        using var job = new JobFlight(vehicle, Missions.Plan(1), Options with { Weather = () => null }, field, (_, _) => Task.CompletedTask, field.Clock);
        var shown = CheckVerdict.Holds;
        var result = await field.UntilAsync(job.RunAsync(), each: () =>
        {
            if (job.Progress.Phase == FlightPhase.Preflight) shown = job.Progress.Checklist.Single(i => i.Code == CheckCode.Weather).Verdict;
        });
        shown.ShouldBe(CheckVerdict.Unknown);
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe("flight.check.weather");
        field.Copter.Commands.ShouldNotContain(c => c.Command == MavCmd.ComponentArmDisarm && c.Param1 == 1);
    }

    [Fact]
    public async Task What_the_operator_answers_for_is_flown_and_told_to_the_journal()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        var options = Options with { Weather = () => null, Overrides = new HashSet<CheckCode> { CheckCode.Weather } };
        using var job = new JobFlight(vehicle, Missions.Plan(1), options, field, (_, _) => Task.CompletedTask, field.Clock);
        (await field.UntilAsync(job.RunAsync())).End.ShouldBe(JobEnd.Done);
        field.Events.ShouldContain(e => e.Text.Key == "flight.overridden");
    }

    internal static void EverythingSaidHasItsSentence(Airfield field)
    {
        foreach (var happened in field.Events)
        {
            Phrasebook.Core.Say(happened.Text, Language.English).ShouldNotContain("{");
            Phrasebook.Core.Say(happened.Text, Language.Chinese).ShouldNotContain("{");
        }
    }
}
