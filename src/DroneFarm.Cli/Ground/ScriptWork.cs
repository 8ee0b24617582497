using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Cli.Ground;

/// <summary>Puts our scripts on a vehicle: its engine switched on first, which takes a reboot, then each written, read back and started.</summary>
internal sealed class ScriptWork(Screen screen)
{
    /// <summary>The parameter of the script engine; it counts from the next start on.</summary>
    public const string Engine = "SCR_ENABLE";

    /// <param name="held">What the vehicle's parameters were before SCR_ENABLE was set.</param>
    /// <param name="prescribed">Its missions change the rate: they need the other script too.</param>
    public async Task<int> InstallAsync(Vehicle vehicle, IReadOnlyList<ParameterValue> held, bool prescribed, CancellationToken cancel)
    {
        if (held.FirstOrDefault(p => p.Name == Engine) is not { Value: 1 })
        {
            screen.Say("cli.script.rebooting");
            if (await vehicle.RunAsync(new Reboot(), cancel) is var back && back != CommandOutcome.Accepted)
            {
                screen.Error(screen.Text("cli.script.not-rebooted", CommandWords.Of(back, screen)));
                return ExitCode.NotGood;
            }
        }

        OnBoardScript[] scripts = prescribed ? [OnBoardScript.Guard, OnBoardScript.Rate] : [OnBoardScript.Guard];
        foreach (var script in scripts)
        {
            if (await ScriptInstall.ApplyAsync(vehicle, script, TimeProvider.System, cancel) is { } why)
            {
                screen.Error(Phrasebook.Core.Say(why, screen.Language));
                return ExitCode.NotGood;
            }

            screen.Say("cli.script.installed", script.Name, $"{script.Content.Length}");
        }

        return ExitCode.Done;
    }
}
