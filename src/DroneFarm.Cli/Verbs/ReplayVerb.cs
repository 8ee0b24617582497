using System.CommandLine;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm replay DIR</c>: shows a flight again from its journal.</summary>
internal static class ReplayVerb
{
    public static Command Build(Screen screen)
    {
        var plan = new Argument<string>("DIR") { Description = screen.Text("cli.arg.plan") };
        var speed = CommonOptions.Speed(screen);
        var verb = new Command("replay", screen.Text("cli.verb.replay")) { plan, speed };
        verb.SetAction(async parsed =>
        {
            var read = JournalReader.Read(JobFolder.Of(parsed.GetRequiredValue(plan)).Journal);
            if (read.Log is not { } log) throw InputFiles.Wrong(read.Findings, screen);
            screen.Findings(read.Findings);
            using var ctrlC = new CtrlC(() => { });
            await new Playback(log, screen).RunAsync(parsed.GetValue(speed) ?? CommonOptions.DemoSpeed, TimeProvider.System, ctrlC.Token);
            return ExitCode.Done;
        });
        return verb;
    }
}
