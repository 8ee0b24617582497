using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Cli.Verbs;

/// <summary>The weather as somebody measured it before take-off. What is left out is recorded as not known; a simulated flight has simulated weather.</summary>
internal sealed class WeatherOptions(Screen screen)
{
    private readonly Option<double?> wind = Measured("--wind", "cli.option.wind", "M/S", 0, 75, screen);
    private readonly Option<double?> windFrom = Measured("--wind-from", "cli.option.wind-from", "DEG", 0, 360, screen);
    private readonly Option<double?> temperature = Measured("--temperature", "cli.option.temperature", "C", -60, 60, screen);
    private readonly Option<double?> humidity = Measured("--humidity", "cli.option.humidity", "%", 0, 100, screen);

    public static IReadOnlyList<Weather> OfSimulator(DateTimeOffset now) =>
        [new Weather(now, WindMps: 1.2, WindFromDeg: 135, TemperatureC: 24, HumidityPct: 72, "simulator")];

    public void AddTo(Command verb)
    {
        verb.Options.Add(wind);
        verb.Options.Add(windFrom);
        verb.Options.Add(temperature);
        verb.Options.Add(humidity);
    }

    public IReadOnlyList<Weather> Read(ParseResult parsed, bool simulated)
    {
        var now = TimeProvider.System.GetUtcNow();
        var measured = new Weather(now, parsed.GetValue(wind), parsed.GetValue(windFrom), parsed.GetValue(temperature), parsed.GetValue(humidity), "operator");
        var known = measured is not { WindMps: null, WindFromDeg: null, TemperatureC: null, HumidityPct: null };
        return known ? [measured] : simulated ? OfSimulator(now) : [];
    }

    /// <summary>Beyond its bounds no air on earth is.</summary>
    private static Option<double?> Measured(string name, string key, string unit, int least, int most, Screen screen) =>
        new Option<double?>(name) { Description = screen.Text(key), HelpName = unit }.Within((double v) => v >= least && v <= most, screen.Text("cli.weather.bad", name, $"{least}", $"{most}"));
}
