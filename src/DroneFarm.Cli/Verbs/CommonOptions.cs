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
    public static Option<double?> Speed(Screen screen) =>
        new Option<double?>("--speed") { Description = screen.Text("cli.option.speed"), HelpName = "N" }.Within((double s) => s is > 0 and <= 1000, screen.Text("cli.bad-speed"));

    /// <summary>After so long a verb that listens ends by itself.</summary>
    public static Option<double?> Seconds(Screen screen) =>
        new Option<double?>("--seconds") { Description = screen.Text("cli.option.seconds"), HelpName = "N" }.Within((double s) => s is > 0 and <= 1_000_000, screen.Text("cli.bad-seconds"));

    public static Option<int?> Port(string name, string key, Screen screen) =>
        new Option<int?>(name) { Description = screen.Text(key), HelpName = "PORT" }.Within((int p) => p is >= 1 and <= 65_535, screen.Text("cli.bad-port", name));
}
