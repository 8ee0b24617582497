using System.CommandLine;
using System.Globalization;
using System.Text;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Storage;
using Command = System.CommandLine.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm download --link URL</c>: what the vehicle holds as mission, fence or rally points.</summary>
internal static class DownloadVerb
{
    public static Command Build(Screen screen)
    {
        var list = ItemLists.Option(screen);
        var file = new Option<string?>("--out") { Description = screen.Text("cli.option.download-out"), HelpName = "FILE" };
        var errand = new Errand(screen);
        var verb = new Command("download", screen.Text("cli.verb.download"));
        errand.AddTo(verb);
        verb.Options.Add(list);
        verb.Options.Add(file);
        verb.SetAction(parsed => errand.RunAsync(parsed, async (vehicle, cancel) =>
        {
            var result = await vehicle.RunAsync(new MissionDownload(ItemLists.Of(parsed.GetRequiredValue(list))), cancel);
            if (result.Outcome != TransferOutcome.Done)
            {
                screen.Error(screen.Text("cli.download.incomplete", result.Items.Count.ToString(CultureInfo.InvariantCulture)));
                return ExitCode.FlightStopped;
            }

            var lines = ItemLines.Write(result.Items);
            if (parsed.GetValue(file) is not { } path)
            {
                foreach (var line in lines) Console.Out.WriteLine(line);
                return ExitCode.Done;
            }

            WriteFault.InFile(path, screen, () => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))));
            screen.Say("cli.download.done", result.Items.Count.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(path));
            return ExitCode.Done;
        }));
        return verb;
    }
}
