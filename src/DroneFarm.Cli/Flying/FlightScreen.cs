using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using Spectre.Console;

namespace DroneFarm.Cli.Flying;

/// <summary>The flight on the terminal: a bar for the job and a live line of the vehicle's state. What is not known is shown as "-", what is old is marked.</summary>
internal sealed class FlightScreen(Screen screen, ProgressTask bar, Plan plan, TimeProvider time, Action drawn) : IProgress<JobProgress>
{
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(3);

    public void Report(JobProgress now)
    {
        bar.Value = now.JobFraction;
        bar.Description = Markup.Escape(Line(now));
        drawn();
    }

    /// <summary>Several vehicles in one line, each with its sortie and what it is at.</summary>
    public void Report(IReadOnlyDictionary<int, JobProgress> fleet)
    {
        bar.Value = fleet.Values.Average(v => v.JobFraction);
        bar.Description = Markup.Escape(string.Join(" · ", fleet.OrderBy(v => v.Key).Select(v =>
            screen.Text(v.Value.LinkLost ? "cli.fly.one-of-several-lost" : "cli.fly.one-of-several", $"{v.Key}", Phrasebook.Core.Say(v.Value.State, screen.Language), $"{v.Value.Flown.Litres:F1}"))));
        drawn();
    }

    private string Line(JobProgress now)
    {
        var vehicle = now.Vehicle;
        var planned = plan.Sorties.Sum(s => s.Litres);
        return screen.Text(
            now.LinkLost ? "cli.fly.line-lost" : "cli.fly.line",
            // What is left of a job is numbered on from what was flown before.
            now.Sortie > now.Sorties ? $"{now.Sortie}" : $"{now.Sortie}/{now.Sorties}",
            Phrasebook.Core.Say(now.State, screen.Language),
            vehicle.Mode is { } mode ? ModeName.Of(mode) : "-",
            Known(vehicle.Motion, m => $"{m.HeightM:F1}"),
            Known(vehicle.Motion, m => $"{m.SpeedMps:F1}"),
            Known(vehicle.Battery, b => b.Percent is { } percent ? $"{percent:F0}" : "-"),
            $"{now.Flown.Litres:F1}/{planned:F0}");
    }

    private string Known<T>(Reading<T>? reading, Func<T, string> say) =>
        reading is not { } known ? "-" : say(known.Value) + (known.Age(time.GetUtcNow()) > Stale ? "?" : "");
}
