using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;
using DroneFarm.Storage.Telemetry;
using Spectre.Console;

namespace DroneFarm.Cli.Flying;

/// <summary>Flies a plan over a link and leaves journal and telemetry in the job's folder.</summary>
/// <param name="link">Null for a simulated sprayer of its own.</param>
/// <param name="speed">Seconds of flight in a second; 1 for real vehicles.</param>
/// <param name="weather">As people measured it before take-off; empty when nobody did.</param>
internal sealed class FlightWork(Plan plan, JobFolder folder, LinkUrl? link, double speed, IReadOnlyList<Weather> weather, Screen screen)
{
    private static readonly TimeSpan FindWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ScreenMayHang = TimeSpan.FromSeconds(3);

    public async Task<JobResult?> FlyAsync(CancellationToken cancel)
    {
        var start = TimeProvider.System.GetUtcNow();
        await using var paced = speed == 1 ? null : new PacedClock(start, speed);
        TimeProvider time = paced is null ? new SteadyClock(TimeProvider.System) : paced;
        using var telemetry = TelemetryLog.Create(folder.Telemetry);
        using var journal = JournalWriter.Create(
            folder.Journal, new JournalHeader(plan.Job.Id, PlanFile.Fingerprint(plan), plan.Sprayer.Name, Simulated: link is null, start), time);
        foreach (var measured in weather) journal.Append(measured);

        var watchdog = new ScreenWatchdog(time, ScreenMayHang * Math.Max(1, speed));
        await using var station = new GroundStation(time, watchdog, new TelemetrySink(telemetry));
        var port = link is null ? SimulatedVehicle.FreeUdpPort() : 0;
        var opened = station.Open(link ?? new LinkUrl(LinkKind.UdpListen, "", port));
        await using var simulated = link is null ? SimulatedVehicle.Start(plan, port, time) : null;
        if (simulated is not null) paced?.StandWhile(new WireBacklog(simulated, opened).IsLong);

        screen.Err.MarkupLineInterpolated($"{screen.Text("cli.fly.waiting", link?.ToString() ?? "sim")}");
        var vehicle = await station.FindVehicleAsync(link is null ? FindWithin * speed : FindWithin, cancel: cancel);
        if (vehicle is null) return null;

        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var options = JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Fleet.JobOf(plan.Job, sortie.Vehicle), pump, sortie));
        using var job = new JobFlight(vehicle, plan, options, new JournalSink(journal), (sortie, stop) => RefillAsync(sortie, simulated, litres => journal.Append(new TankFill(time.GetUtcNow(), vehicle.Id, sortie.Number, litres.Litres, litres.Source)), stop), time);
        var result = await WithBarAsync(bar => job.RunAsync(new FlightScreen(screen, bar, plan, time, watchdog.Alive), cancel));
        if (result.End != JobEnd.JournalFailed) journal.End(time.GetUtcNow(), result.IsComplete);
        if (telemetry.Failures > 0) screen.Error(screen.Text("cli.fly.telemetry-failed", $"{telemetry.Failures}"));
        return result;
    }

    private Task<JobResult> WithBarAsync(Func<ProgressTask, Task<JobResult>> fly) =>
        screen.Err.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => fly(context.AddTask(Markup.Escape(screen.Text("cli.fly.preparing")), maxValue: 1)));

    private async Task RefillAsync(Sortie sortie, SimulatedSprayerHost? simulated, Action<(double Litres, string Source)> filled, CancellationToken cancel)
    {
        if (simulated is not null)
        {
            var litres = sortie.Litres * Margin(sortie);
            SimulatedVehicle.Refill(simulated, litres);
            filled((litres, "模拟器 simulator"));
            return;
        }

        screen.Err.MarkupLineInterpolated($"[yellow]{screen.Text("cli.fly.refill", $"{sortie.Number}", $"{sortie.Litres:F1}", sortie.From.Name)}[/]");
        await Console.In.ReadLineAsync(cancel);
        filled((sortie.Litres, "按计划，未计量 as planned, not measured"));
    }

    // The pump starts a little early and stops a little late at some swaths: the tank gets what the sortie needs and a bit, never more than it holds.
    private double Margin(Sortie sortie) => Math.Min(1.05, plan.Sprayer.TankL / Math.Max(sortie.Litres, 0.001));

    public static string Sentence(JobResult result, Screen screen) => Phrasebook.Core.Say(result.Reason, screen.Language);
}
