using System.Globalization;
using DroneFarm.Core.Geo;

namespace DroneFarm.Reports.Wording;

/// <summary>Numbers as they stand in a report: mu and litres first, hectares beside, always with a decimal point.</summary>
internal sealed class Figures(Words words, TimeSpan utcOffset)
{
    public const string Unknown = "—";

    public string OffsetText => $"UTC{(utcOffset < TimeSpan.Zero ? "−" : "+")}{utcOffset:hh\\:mm}";

    /// <summary>Two decimals of a mu are 7 m²: what a map of a paddy is good for.</summary>
    public static string Mu(double areaM2) => Text(Core.Geo.Mu.FromSquareMetres(areaM2), 2);

    public static string Ha(double areaM2) => Text(areaM2 / 10_000, 3);

    public string MuAndHa(double areaM2) => $"{Mu(areaM2)} {words.Unit("unit.mu")} ({Ha(areaM2)} ha)";

    public static string SquareMetres(double areaM2) => Text(areaM2, 0);

    public static string Litres(double litres) => Text(litres, 1);

    /// <summary>Litres over an area, as the farmer asks for it; unknown over no area.</summary>
    public static string LitresPerMu(double litres, double areaM2) => areaM2 > 1 ? Text(litres / Core.Geo.Mu.FromSquareMetres(areaM2), 2) : Unknown;

    public static string Percent(double part, double whole) => whole > 0 ? Text(100 * part / whole, 1) : Unknown;

    public static string Kilometres(double lengthM) => Text(lengthM / 1000, 2);

    public static string Duration(TimeSpan span) => span.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    public static string Number(double? value, int decimals) => value is { } known && double.IsFinite(known) ? Text(known, decimals) : Unknown;

    public string Clock(DateTimeOffset? moment) => moment?.ToOffset(utcOffset).ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? Unknown;

    public string Day(DateTimeOffset moment) => moment.ToOffset(utcOffset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Moment(DateTimeOffset moment) => moment.ToOffset(utcOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>From and to, the day once when both are the same, with the offset.</summary>
    public string Span(DateTimeOffset from, DateTimeOffset to) =>
        $"{Moment(from)} – {(Day(from) == Day(to) ? to.ToOffset(utcOffset).ToString("HH:mm", CultureInfo.InvariantCulture) : Moment(to))} ({OffsetText})";

    /// <summary>A zero that rounding made has no sign.</summary>
    private static string Text(double value, int decimals)
    {
        if (!double.IsFinite(value)) return Unknown;
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;
        return rounded.ToString("N" + decimals, CultureInfo.InvariantCulture);
    }
}
