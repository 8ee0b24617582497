using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;

namespace DroneFarm.Cli.Verbs;

/// <summary>How many aircraft share a job; left out, one.</summary>
internal sealed class FleetOptions
{
    private const int MostDrones = 50;

    private readonly Option<int> drones;
    private readonly Option<double> separation;

    public FleetOptions(Screen screen)
    {
        drones = new Option<int>("--drones") { Description = screen.Text("cli.option.drones"), HelpName = "N", DefaultValueFactory = _ => 1 };
        separation = new Option<double>("--separation") { Description = screen.Text("cli.option.separation"), HelpName = "M", DefaultValueFactory = _ => Fleet.One.SeparationM };
        drones.Within(d => d is >= 1 and <= MostDrones, screen.Text("cli.bad-drones", $"{MostDrones}"));
        separation.Within(s => s is >= 5 and <= 500, screen.Text("cli.bad-separation"));
    }

    public void AddTo(Command verb)
    {
        verb.Options.Add(drones);
        verb.Options.Add(separation);
    }

    public Fleet Read(ParseResult parsed) => parsed.GetValue(drones) is > 1 and var several ? new Fleet(several, parsed.GetValue(separation)) : Fleet.One;
}
