using System.CommandLine;
using System.CommandLine.Invocation;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Verbs;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Journal;

var screen = new Screen(LanguageChoice.Of(args));
var root = new RootCommand(screen.Text("cli.about"))
{
    DemoVerb.Build(screen),
    PlanVerb.Build(screen),
    CheckVerb.Build(screen),
    FlyVerb.Build(screen),
    ResumeVerb.Build(screen),
    ReplayVerb.Build(screen),
    SimVerb.Build(screen),
    ReportVerb.Build(screen),
    ImportVerb.Build(screen),
    StoreVerb.Build(screen),
    ExportVerb.Build(screen),
    SniffVerb.Build(screen),
    WatchVerb.Build(screen),
    ParamsVerb.Build(screen),
    LogsVerb.Build(screen),
    CalibrateVerb.Build(screen),
    UploadVerb.Build(screen),
    DownloadVerb.Build(screen),
    CommandVerb.Build(screen),
    ServeVerb.Build(screen),
};
root.Options.Add(LanguageChoice.Option(screen));

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    screen.Error(CommandLineFault.Say(parsed, screen));
    return ExitCode.BadInput;
}

if (await HelpWords.PrintAsync(parsed, screen) is { } helped) return helped;

try
{
    // A flight ends when the vehicle is safe, not after a fixed grace: the verbs handle Ctrl-C themselves.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (BadInputException wrong)
{
    screen.Error(wrong.Message);
    return ExitCode.BadInput;
}
catch (Exception fault) when (WriteFault.Is(fault))
{
    screen.Error(WriteFault.Line(fault, screen));
    return ExitCode.BadInput;
}
catch (JournalBrokenException broken)
{
    screen.Error(Phrasebook.Core.Say(broken.Text, screen.Language));
    return ExitCode.FlightStopped;
}
catch (OperationCanceledException)
{
    screen.Error(screen.Text("cli.cancelled"));
    return ExitCode.Cancelled;
}
