using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Operations.Preflight;

namespace DroneFarm.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>Fast enough for an hour of flight in half a minute, slow enough for a radio's timeouts to mean something on a small laptop.</summary>
    public const double DemoSpeed = 150;

    public static Option<bool> Json(Screen screen) => new("--json") { Description = screen.Text("cli.option.json") };

    public static Argument<string> Plan(Screen screen) => new("PLAN") { Description = screen.Text("cli.arg.plan") };

    /// <summary>Items of the checklist that the operator answers for.</summary>
    public static Option<CheckCode[]> Accept(Screen screen) => new("--accept")
    {
        Description = screen.Text("cli.option.accept"),
        HelpName = "ITEM",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    public static IReadOnlySet<CheckCode> Accepted(ParseResult parsed, Option<CheckCode[]> accept) => (parsed.GetValue(accept) ?? []).ToHashSet();

    /// <summary>How many seconds of flight pass in one second of the wall's.</summary>
    public static Option<double?> Speed(Screen screen)
    {
        var option = new Option<double?>("--speed") { Description = screen.Text("cli.option.speed"), HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is not (> 0 and <= 1000)) result.AddError(screen.Text("cli.bad-speed"));
        });
        return option;
    }
}
