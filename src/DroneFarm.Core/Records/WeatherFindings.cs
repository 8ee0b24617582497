using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records;

/// <summary>The weather of a flight against the job's limits. What was not measured is said, never guessed.</summary>
internal static class WeatherFindings
{
    /// <summary>A sample this much older than the first drop still speaks for it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <param name="from">First drop.</param>
    /// <param name="to">Last drop.</param>
    public static IEnumerable<Finding> Of(IReadOnlyList<Weather> weather, WeatherLimits limits, DateTimeOffset from, DateTimeOffset to)
    {
        var during = weather.Where(w => w.At >= from - Fresh && w.At <= to).OrderBy(w => w.At).ToList();
        if (during.Count == 0)
        {
            yield return Finding.Warning("records.weather.none");
            yield break;
        }

        if (during.TrueForAll(w => w.WindMps is null)) yield return Finding.Warning("records.weather.no-wind");
        if (during.TrueForAll(w => w.TemperatureC is null)) yield return Finding.Warning("records.weather.no-temperature");
        if (during.TrueForAll(w => w.HumidityPct is null)) yield return Finding.Warning("records.weather.no-humidity");

        if (during.MaxBy(w => w.WindMps) is { WindMps: { } windMps } windy && windMps > limits.MaxWindMps)
            yield return Out("records.weather.wind", windMps, limits.MaxWindMps, windy);
        if (during.MinBy(w => w.TemperatureC) is { TemperatureC: { } coldC } cold && coldC < limits.MinTemperatureC)
            yield return Out("records.weather.cold", coldC, limits.MinTemperatureC, cold);
        if (during.MaxBy(w => w.TemperatureC) is { TemperatureC: { } hotC } hot && hotC > limits.MaxTemperatureC)
            yield return Out("records.weather.hot", hotC, limits.MaxTemperatureC, hot);
        if (during.MinBy(w => w.HumidityPct) is { HumidityPct: { } dryPct } dry && dryPct < limits.MinHumidityPct)
            yield return Out("records.weather.dry", dryPct, limits.MinHumidityPct, dry);
    }

    private static Finding Out(string code, double value, double limit, Weather weather) => Finding.Warning(
        code,
        value.ToString("0.#", CultureInfo.InvariantCulture),
        limit.ToString("0.#", CultureInfo.InvariantCulture),
        weather.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        weather.Source);
}
