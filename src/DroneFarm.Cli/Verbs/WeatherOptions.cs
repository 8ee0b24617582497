using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Cli.Verbs;

/// <summary>The weather as somebody measured it before take-off. What is left out is recorded as not known; a simulated flight has simulated weather.</summary>
internal sealed class WeatherOptions(Screen screen)
{
    private readonly Option<double?> wind = new("--wind") { Description = screen.Text("cli.option.wind"), HelpName = "M/S" };
    private readonly Option<double?> windFrom = new("--wind-from") { Description = screen.Text("cli.option.wind-from"), HelpName = "DEG" };
    private readonly Option<double?> temperature = new("--temperature") { Description = screen.Text("cli.option.temperature"), HelpName = "C" };
    private readonly Option<double?> humidity = new("--humidity") { Description = screen.Text("cli.option.humidity"), HelpName = "%" };

    public static IReadOnlyList<Weather> OfSimulator(DateTimeOffset now) =>
        [new Weather(now, WindMps: 1.2, WindFromDeg: 135, TemperatureC: 24, HumidityPct: 72, "simulator")];

    public void AddTo(Command verb)
    {
        verb.Options.Add(wind);
        verb.Options.Add(windFrom);
        verb.Options.Add(temperature);
        verb.Options.Add(humidity);
    }

    /// <exception cref="BadInputException">A value that no air on earth has.</exception>
    public IReadOnlyList<Weather> Read(ParseResult parsed, bool simulated)
    {
        var now = TimeProvider.System.GetUtcNow();
        var measured = new Weather(now, Within(parsed, wind, 0, 75), Within(parsed, windFrom, 0, 360), Within(parsed, temperature, -60, 60), Within(parsed, humidity, 0, 100), "operator");
        var known = measured is not { WindMps: null, WindFromDeg: null, TemperatureC: null, HumidityPct: null };
        return known ? [measured] : simulated ? OfSimulator(now) : [];
    }

    private double? Within(ParseResult parsed, Option<double?> option, double least, double most) =>
        parsed.GetValue(option) is not { } value ? null
        : value >= least && value <= most ? value
        : throw new BadInputException(screen.Text("cli.weather.bad", option.Name, $"{least}", $"{most}"));
}
