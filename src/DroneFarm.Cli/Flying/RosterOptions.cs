using System.CommandLine;
using DroneFarm.Cli.Shell;

namespace DroneFarm.Cli.Flying;

/// <summary>The options that name the vehicles of a flight.</summary>
internal sealed class RosterOptions(Screen screen)
{
    private readonly Option<string[]> link = new("--link") { Description = screen.Text("cli.option.link"), HelpName = "URL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> vehicle = new("--vehicle") { Description = screen.Text("cli.option.fly-vehicle"), HelpName = "N=URL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int?> simulated = new("--sim") { Description = screen.Text("cli.option.fly-sim"), HelpName = "N" };

    public void AddTo(Command verb)
    {
        verb.Options.Add(link);
        verb.Options.Add(vehicle);
        verb.Options.Add(simulated);
    }

    /// <exception cref="BadInputException">No vehicle is named, or a name is none.</exception>
    public Roster Read(ParseResult parsed) => Roster.Read(parsed.GetValue(link) ?? [], parsed.GetValue(vehicle) ?? [], parsed.GetValue(simulated), screen);
}
