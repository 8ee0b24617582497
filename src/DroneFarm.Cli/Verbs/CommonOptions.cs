using System.CommandLine;
using DroneFarm.Cli.Shell;

namespace DroneFarm.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json(Screen screen) => new("--json") { Description = screen.Text("cli.option.json") };

    public static Argument<string> Plan(Screen screen) => new("PLAN") { Description = screen.Text("cli.arg.plan") };

    /// <summary>How many seconds of flight pass in one second of the wall's.</summary>
    public static Option<double> Speed(Screen screen, double usual)
    {
        var option = new Option<double>("--speed") { Description = screen.Text("cli.option.speed"), HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1000)) result.AddError(screen.Text("cli.bad-speed"));
        });
        return option;
    }
}
