using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Cli.Verbs;

/// <summary>The options of every verb that plans: left out, they mean the samples.</summary>
internal sealed class InputOptions(Screen screen)
{
    public Option<string?> Sprayer { get; } = new("--sprayer") { Description = screen.Text("cli.option.sprayer"), HelpName = "FILE" };

    public Option<string?> Fields { get; } = new("--fields") { Description = screen.Text("cli.option.fields"), HelpName = "ID,ID" };

    public Option<string?> Job { get; } = new("--job") { Description = screen.Text("cli.option.job"), HelpName = "FILE" };

    public Option<string?> Datum { get; } = DatumOption(screen);

    public Option<string?> Prescription { get; } = new("--prescription") { Description = screen.Text("cli.option.prescription"), HelpName = "FILE" };

    public InputFiles Read(string farm, ParseResult parsed) => InputFiles.Read(
        farm, DatumOf(parsed.GetValue(Datum)),
        parsed.GetValue(Sprayer), parsed.GetValue(Job), parsed.GetValue(Prescription), parsed.GetValue(Fields), screen);

    public static Datum? DatumOf(string? said) => Enum.TryParse<Datum>(said, ignoreCase: true, out var datum) ? datum : null;

    public static Option<string?> DatumOption(Screen screen)
    {
        var option = new Option<string?>("--datum") { Description = screen.Text("cli.option.datum"), HelpName = "wgs84|gcj02" };
        option.AcceptOnlyFromAmong("wgs84", "gcj02");
        return option;
    }
}
