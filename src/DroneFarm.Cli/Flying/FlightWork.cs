using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Fleets;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;
using DroneFarm.Storage.Telemetry;
using Spectre.Console;

namespace DroneFarm.Cli.Flying;

/// <summary>Flies a plan, or what is left of it, with one vehicle or several, and leaves journal and telemetry in the job's folder.</summary>
/// <param name="speed">Seconds of flight in a second; 1 for real vehicles.</param>
/// <param name="weather">As people measured it before take-off; empty when nobody did.</param>
/// <param name="typed">What people type while it flies.</param>
/// <param name="resumed">What was flown before; null for a job at its beginning.</param>
internal sealed class FlightWork(
    Plan plan, JobFolder folder, Roster roster, double speed, IReadOnlyList<Weather> weather, IReadOnlySet<CheckCode> overrides, TextReader typed, Screen screen, ResumedJob? resumed = null,
    ReEntry entry = ReEntry.AtBreakpoint)
{
    private static readonly TimeSpan ScreenMayHang = TimeSpan.FromSeconds(3);

    private readonly TypedOrders orders = new(typed, screen, said => screen.Err.MarkupLineInterpolated($"[yellow]{said}[/]"));

    /// <summary>Null when a vehicle was not heard, which is said.</summary>
    public async Task<FlightOutcome?> FlyAsync(CancellationToken cancel)
    {
        // A simulated flight outruns the wall's clock: going on with one begins after its last moment.
        var start = Later(TimeProvider.System.GetUtcNow(), resumed?.Journal.Log is { Track: { Count: > 0 } flown } ? flown[^1].At + TimeSpan.FromSeconds(10) : null);
        await using var paced = speed == 1 && start <= TimeProvider.System.GetUtcNow() ? null : new PacedClock(start, speed);
        TimeProvider time = paced is null ? new SteadyClock(TimeProvider.System) : paced;
        using var telemetry = TelemetryLog.Create(folder.NextTelemetry());
        var watchdog = new ScreenWatchdog(time, ScreenMayHang * Math.Max(1, speed));
        await using var crew = Crew.Open(roster, resumed?.Left ?? plan, paced, time, watchdog, new TelemetrySink(telemetry), speed);
        screen.Err.MarkupLineInterpolated($"{screen.Text("cli.fly.waiting", roster.Said)}");
        if (await crew.FindAsync(cancel) is not 0 and int silent)
        {
            screen.Error(screen.Text("cli.fly.no-vehicle", roster.Vehicles[silent] is [] ? Roster.Simulated : string.Join(" + ", roster.Vehicles[silent])));
            foreach (var fault in LinkFault.Lines(crew.LinksOf(silent), screen)) screen.Error(fault);
            return null;
        }

        if (crew.Vehicles.Values.DistinctBy(v => v.Id).Count() < crew.Vehicles.Count) throw new BadInputException(screen.Text("cli.fly.same-id"));
        // Only now: where no vehicle is there, nothing was begun, and an earlier journal stays where it is.
        using var journal = OpenJournal(start, time);
        foreach (var measured in weather) journal.Append(measured);
        var outcome = await WithBarAsync(bar => FlyAsync(crew, new JournalSink(journal, Warn), journal, time, new FlightScreen(screen, bar, resumed?.Left ?? plan, time, watchdog.Alive), cancel));
        if (outcome.JournalHolds) journal.End(time.GetUtcNow(), outcome.IsComplete);
        if (roster.Terrain is { } terrain) screen.Findings(terrain.Faults);
        if (telemetry.Failures > 0) screen.Error(screen.Text("cli.fly.telemetry-failed", $"{telemetry.Failures}"));
        return outcome;
    }

    private async Task<FlightOutcome> FlyAsync(Crew crew, JournalSink journal, JournalWriter fills, TimeProvider time, FlightScreen bar, CancellationToken cancel)
    {
        if (crew.Vehicles.Count > 1) return await FlyTogetherAsync(crew, journal, fills, time, bar, cancel);
        var (number, vehicle) = crew.Vehicles.First();
        using var job = new JobFlight(
            vehicle, plan, Options(time), journal, (sortie, stop) => RefillAsync(sortie, crew.Simulated(number), Filled(fills, time, vehicle.Id, sortie), stop), time, resumed?.Journal.Log);
        using var listening = orders.Listen([number], (_, order) => job.OrderAsync(order));
        var result = await job.RunAsync(bar, cancel);
        return new FlightOutcome(result.IsComplete, result.End != JobEnd.JournalFailed, result.Reason);
    }

    private async Task<FlightOutcome> FlyTogetherAsync(Crew crew, JournalSink journal, JournalWriter fills, TimeProvider time, FlightScreen bar, CancellationToken cancel)
    {
        async Task RefillInTimeAsync(int number, Sortie sortie, CancellationToken stop)
        {
            // Several wait for each other at a refill point: there a simulated refill takes its time too.
            if (crew.Simulated(number) is not null) await Task.Delay(TimeSpan.FromSeconds(plan.Sprayer.RefillS), time, stop);
            await RefillAsync(sortie, crew.Simulated(number), Filled(fills, time, crew.Vehicles[number].Id, sortie), stop);
        }

        using var fleet = new FleetFlight(crew.Vehicles, plan, Options(time), journal, RefillInTimeAsync, time, resumed?.Journal.Log);
        using var listening = orders.Listen(crew.Vehicles.Keys, fleet.OrderAsync);
        var flying = fleet.RunAsync(cancel);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5), time);
        while (!flying.IsCompleted)
        {
            bar.Report(fleet.Progress);
            await Task.WhenAny(flying, timer.WaitForNextTickAsync(CancellationToken.None).AsTask());
        }

        var result = await flying;
        return new FlightOutcome(result.IsComplete, result.JournalHolds, result.Reason);
    }

    private static Action<(double Litres, string Source)> Filled(JournalWriter journal, TimeProvider time, VehicleId vehicle, Sortie sortie) =>
        fill => journal.Append(new TankFill(time.GetUtcNow(), vehicle, sortie.Number, fill.Litres, fill.Source));

    private JobFlightOptions Options(TimeProvider time)
    {
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        return JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Fleet.JobOf(plan.Job, sortie.Vehicle), pump, sortie)) with
        {
            // A simulator's weather is always of now.
            Weather = () => weather.Count == 0 ? null : roster.IsSimulated ? weather[^1] with { At = time.GetUtcNow() } : weather[^1],
            Overrides = overrides,
            Entry = entry,
        };
    }

    private JournalWriter OpenJournal(DateTimeOffset start, TimeProvider time)
    {
        if (resumed is not null) return JournalWriter.Resume(folder.Journal, resumed.Journal, time);
        if (File.Exists(folder.Journal)) screen.Err.MarkupLineInterpolated($"{screen.Text("cli.fly.set-aside", folder.Journal)}");
        return JournalWriter.Create(folder.Journal, new JournalHeader(plan.Job.Id, PlanFile.Fingerprint(plan), plan.Sprayer.Name, roster.IsSimulated, start), time);
    }

    private Task<FlightOutcome> WithBarAsync(Func<ProgressTask, Task<FlightOutcome>> fly) =>
        screen.Err.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => fly(context.AddTask(Markup.Escape(screen.Text("cli.fly.preparing")), maxValue: 1)));

    private async Task RefillAsync(Sortie sortie, SimulatedSprayerHost? simulated, Action<(double Litres, string Source)> filled, CancellationToken cancel)
    {
        if (simulated is not null)
        {
            var litres = sortie.Litres * Margin(sortie);
            SimulatedVehicle.Carry(simulated, plan.Farm.Frame.ToGeo(sortie.From.Place));
            SimulatedVehicle.Refill(simulated, litres);
            filled((litres, "模拟器 simulator"));
            return;
        }

        screen.Err.MarkupLineInterpolated($"[yellow]{screen.Text("cli.fly.refill", $"{sortie.Number}", $"{sortie.Litres:F1}", sortie.From.Name)}[/]");
        await orders.FilledAsync(cancel);
        filled((sortie.Litres, "按计划，未计量 as planned, not measured"));
    }

    private void Warn(FlightEvent alarm) => screen.Err.MarkupLineInterpolated($"[red]{screen.Text("cli.fly.alarm", $"{alarm.Vehicle.SystemId}", Phrasebook.Core.Say(alarm.Text, screen.Language))}[/]");

    // The pump starts a little early and stops a little late at some swaths: the tank gets what the sortie needs and a bit, never more than it holds.
    private double Margin(Sortie sortie) => Math.Min(1.05, plan.Sprayer.TankL / Math.Max(sortie.Litres, 0.001));

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;

    public static string Sentence(FlightOutcome outcome, Screen screen) => Phrasebook.Core.Say(outcome.Reason, screen.Language);
}
