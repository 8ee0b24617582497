using DroneFarm.Cli.Shell;
using DroneFarm.Station.Access;
using Spectre.Console;

namespace DroneFarm.Cli.Serving;

/// <summary>Pass phrases from environment variables, one for each role, or asked at the terminal. There is no default, and none on the command line, where others can read it.</summary>
internal static class PassPhraseInput
{
    public const string Variable = "DRONEFARM_PASSPHRASE_";

    /// <param name="mustBe">Others can reach the station: without a pilot's phrase it does not start.</param>
    /// <exception cref="BadInputException">There is none, or one is too short.</exception>
    public static PassPhrases Read(bool mustBe, Screen screen)
    {
        var given = new Dictionary<Role, string>();
        foreach (var role in new[] { Role.Pilot, Role.Operator, Role.Viewer })
        {
            if (Environment.GetEnvironmentVariable(Variable + role.ToString().ToUpperInvariant()) is { Length: > 0 } phrase) given[role] = phrase;
        }

        if (given.Count == 0 && !mustBe) return PassPhrases.None;
        if (!given.ContainsKey(Role.Pilot)) given[Role.Pilot] = Ask(screen);
        if (given.Values.Any(p => p.Trim().Length < PassPhrases.LeastLength)) throw new BadInputException(screen.Text("cli.serve.short-phrase", $"{PassPhrases.LeastLength}"));
        if (given.Values.Distinct().Count() < given.Count) throw new BadInputException(screen.Text("cli.serve.same-phrase"));
        return PassPhrases.Of(given);
    }

    private static string Ask(Screen screen)
    {
        if (Console.IsInputRedirected) throw new BadInputException(screen.Text("cli.serve.no-phrase", Variable + "PILOT"));
        screen.Err.MarkupInterpolated($"{screen.Text("cli.serve.ask-phrase")} ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0) typed.Length--;
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        screen.Err.WriteLine();
        return typed.ToString();
    }
}
