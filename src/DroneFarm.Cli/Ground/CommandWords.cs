using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Exchanges;

namespace DroneFarm.Cli.Ground;

/// <summary>What a vehicle answered to a command, as a sentence.</summary>
internal static class CommandWords
{
    public static string KeyOf(CommandOutcome outcome) => "cli.command." + outcome;

    /// <param name="reason">The vehicle's own words; null when it gave none.</param>
    public static string Of(CommandOutcome outcome, Screen screen, string? reason = null) => screen.Text(KeyOf(outcome), reason ?? "").TrimEnd();
}
