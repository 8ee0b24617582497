using System.CommandLine;
using DroneFarm.Cli.Shell;

namespace DroneFarm.Cli.Verbs;

/// <summary>The options of every verb that plans: left out, they mean the samples.</summary>
internal sealed class InputOptions(Screen screen)
{
    public Option<string?> Sprayer { get; } = new("--sprayer") { Description = screen.Text("cli.option.sprayer"), HelpName = "FILE" };

    public Option<string?> Job { get; } = new("--job") { Description = screen.Text("cli.option.job"), HelpName = "FILE" };
}
