using DroneFarm.Core.Records;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>The weather with its source and its age at the start of work.</summary>
internal static class WeatherTable
{
    private static readonly string[] Winds = ["wind.n", "wind.ne", "wind.e", "wind.se", "wind.s", "wind.sw", "wind.w", "wind.nw"];

    public static Grid Of(SprayRecord record, Words words, Figures figures)
    {
        var limits = record.Job.WeatherLimits;
        return new Grid(
            words.Caption("record.weather"),
            [
                new(words.Caption("record.weather.at"), 16, IsNumber: false),
                new(words.Caption("record.weather.age"), 12),
                new(words.Caption("record.weather.wind"), 11),
                new(words.Caption("record.weather.wind-from"), 16),
                new(words.Caption("record.weather.temperature"), 15),
                new(words.Caption("record.weather.humidity"), 12),
                new(words.Caption("record.weather.source"), 23, IsNumber: false),
            ],
            [.. record.Weather.OrderBy(w => w.At).Select(w => Row.Of(
                figures.Moment(w.At),
                Age(w.At - record.From),
                With(w.WindMps, 1, "m/s"),
                WindFrom(w.WindFromDeg, words),
                With(w.TemperatureC, 1, "°C"),
                With(w.HumidityPct, 0, "%"),
                w.Source))],
            words.Caption("record.weather.none"),
            words.Joined("record.weather.limits", Figures.Number(limits.MaxWindMps, 1), Figures.Number(limits.MinTemperatureC, 0), Figures.Number(limits.MaxTemperatureC, 0), Figures.Number(limits.MinHumidityPct, 0)));
    }

    private static string Age(TimeSpan fromStart) => $"{Math.Round(fromStart.TotalMinutes):+0;−0;0} min";

    private static string With(double? value, int decimals, string unit) => value is null ? Figures.Unknown : $"{Figures.Number(value, decimals)} {unit}";

    /// <summary>Degrees and one of the eight winds, as a farmer says it.</summary>
    private static string WindFrom(double? fromDeg, Words words)
    {
        if (fromDeg is not { } degrees || !double.IsFinite(degrees)) return Figures.Unknown;
        var turned = Core.Geo.Heading.FromDegrees(degrees).Degrees;
        return $"{Figures.Number(turned, 0)}° {words.Unit(Winds[(int)Math.Round(turned / 45) % 8])}";
    }
}
