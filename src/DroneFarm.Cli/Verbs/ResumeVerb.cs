using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm resume DIR --link URL</c>: goes on with a job after an interruption or a crash, with the same vehicle or another.</summary>
internal static class ResumeVerb
{
    private static readonly Dictionary<string, ReEntry> Entries = new()
    {
        ["breakpoint"] = ReEntry.AtBreakpoint,
        ["swath-start"] = ReEntry.SwathStart,
        ["next-swath"] = ReEntry.NextSwath,
        ["nearest"] = ReEntry.Nearest,
    };

    public static Command Build(Screen screen)
    {
        var plan = CommonOptions.Plan(screen);
        var vehicles = new RosterOptions(screen);
        var speed = CommonOptions.Speed(screen);
        var accept = CommonOptions.Accept(screen);
        var weather = new WeatherOptions(screen);
        var entry = new Option<string>("--at") { Description = screen.Text("cli.option.at"), HelpName = string.Join('|', Entries.Keys), DefaultValueFactory = _ => "breakpoint" };
        entry.AcceptOnlyFromAmong([.. Entries.Keys]);
        var verb = new Command("resume", screen.Text("cli.verb.resume")) { plan, entry, speed, accept };
        vehicles.AddTo(verb);
        weather.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(plan);
            var (whole, folder) = (PlanWork.Read(named, screen), JobFolder.Of(named));
            var roster = vehicles.Read(parsed).For(whole, screen);
            var options = new RemainderOptions(Entries[parsed.GetRequiredValue(entry)], Vehicles: [.. roster.Vehicles.Keys]);
            var resumed = ResumedJob.Read(whole, folder, options, roster.IsSimulated, screen);
            Say(resumed, whole, screen);
            if (resumed.Left is null) return Task.FromResult(End(resumed, whole, folder, screen));
            var factor = parsed.GetValue(speed) ?? (roster.IsSimulated ? CommonOptions.DemoSpeed : 1);
            var work = new FlightWork(whole, folder, roster, factor, weather.Read(parsed, roster.IsSimulated), CommonOptions.Accepted(parsed, accept), Console.In, screen, resumed, options.Entry);
            return RunAsync(work, whole, folder, screen);
        });
        return verb;
    }

    private static async Task<int> RunAsync(FlightWork work, Plan whole, JobFolder folder, Screen screen)
    {
        using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
        return FlyVerb.Report(await work.FlyAsync(ctrlC.Token), whole, folder, ctrlC, screen);
    }

    /// <summary>Nothing flies; a journal that was not closed is, and then the record is made.</summary>
    private static int End(ResumedJob resumed, Plan whole, JobFolder folder, Screen screen)
    {
        if (resumed.Journal.Log!.Complete) return ExitCode.Done;
        using (var journal = JournalWriter.Resume(folder.Journal, resumed.Journal, TimeProvider.System)) journal.End(TimeProvider.System.GetUtcNow(), complete: true);
        var record = ReportWork.Make(whole, folder, screen);
        ReportWork.Print(record, folder, screen);
        return record.IsComplete ? ExitCode.Done : ExitCode.NotGood;
    }

    private static void Say(ResumedJob resumed, Plan whole, Screen screen)
    {
        if (resumed.Breakpoint is { } at)
        {
            var place = whole.Farm.Frame.ToGeo(at.Place);
            string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
            screen.Step("cli.resume.breakpoint", $"{at.Swath}", at.FieldId, Number(at.AlongM, "0.0"), Number(place.LatitudeDeg, "0.0000000"), Number(place.LongitudeDeg, "0.0000000"));
        }

        if (resumed.Left is { } left) screen.Step("cli.resume.left", $"{left.Sorties.Count}", Text(left.Sorties.Sum(s => s.Litres)), Text(left.Sorties.Sum(s => s.SprayedM)));
        else screen.Say("cli.resume.nothing-left");
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
