using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Terrain;

namespace DroneFarm.Cli.Flying;

/// <summary>The options that name the vehicles of a flight, and the heights of the ground that they are sent.</summary>
internal sealed class RosterOptions(Screen screen)
{
    private readonly Option<string[]> link = new("--link") { Description = screen.Text("cli.option.link"), HelpName = "URL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> vehicle = new("--vehicle") { Description = screen.Text("cli.option.fly-vehicle"), HelpName = "N=URL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int?> simulated = new("--sim") { Description = screen.Text("cli.option.fly-sim"), HelpName = "N" };
    private readonly Option<string?> terrain = new("--terrain") { Description = screen.Text("cli.option.terrain"), HelpName = "DIR" };

    public void AddTo(Command verb)
    {
        verb.Options.Add(link);
        verb.Options.Add(vehicle);
        verb.Options.Add(simulated);
        verb.Options.Add(terrain);
    }

    /// <exception cref="BadInputException">No vehicle is named, or a name is none; or there are no heights where they are said to be.</exception>
    public Roster Read(ParseResult parsed) =>
        Roster.Read(parsed.GetValue(link) ?? [], parsed.GetValue(vehicle) ?? [], parsed.GetValue(simulated), screen) with { Terrain = ReadTerrain(parsed.GetValue(terrain)) };

    private TerrainFolder? ReadTerrain(string? folder)
    {
        if (folder is null) return null;
        var findings = new List<Finding>();
        var opened = TerrainFolder.Open(folder, findings);
        screen.Findings(findings.Where(f => f.Severity != Severity.Error));
        return opened ?? throw InputFiles.Wrong(findings, screen);
    }
}
