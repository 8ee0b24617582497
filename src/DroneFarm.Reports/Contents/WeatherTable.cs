using DroneFarm.Core.Records;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>The weather with its source and its age at the start of work.</summary>
internal static class WeatherTable
{
    public static Grid Of(SprayRecord record, Words words, Figures figures)
    {
        var limits = record.Job.WeatherLimits;
        return new Grid(
            words.Caption("record.weather"),
            [
                new(words.Caption("record.weather.at"), 15, IsNumber: false),
                new(words.Caption("record.weather.age"), 12),
                new(words.Caption("record.weather.wind"), 11),
                new(words.Caption("record.weather.wind-from"), 11),
                new(words.Caption("record.weather.temperature"), 12),
                new(words.Caption("record.weather.humidity"), 12),
                new(words.Caption("record.weather.source"), 29, IsNumber: false),
            ],
            [.. record.Weather.OrderBy(w => w.At).Select(w => Row.Of(
                figures.Moment(w.At),
                Age(w.At - record.From),
                With(w.WindMps, 1, "m/s"),
                With(w.WindFromDeg, 0, "°"),
                With(w.TemperatureC, 1, "°C"),
                With(w.HumidityPct, 0, "%"),
                w.Source))],
            words.Caption("record.weather.none"),
            words.Joined("record.weather.limits", Figures.Number(limits.MaxWindMps, 1), Figures.Number(limits.MinTemperatureC, 0), Figures.Number(limits.MaxTemperatureC, 0), Figures.Number(limits.MinHumidityPct, 0)));
    }

    private static string Age(TimeSpan fromStart) => $"{Math.Round(fromStart.TotalMinutes):+0;−0;0} min";

    private static string With(double? value, int decimals, string unit) => value is null ? Figures.Unknown : $"{Figures.Number(value, decimals)} {unit}";
}
