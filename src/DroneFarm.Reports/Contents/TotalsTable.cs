using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>What was planned against what was flown.</summary>
internal static class TotalsTable
{
    public static Grid Of(RecordSource source, Words words)
    {
        var t = source.Record.Totals;
        return new Grid(
            words.Caption("record.totals"),
            [
                new(words.Caption("record.totals.item"), 40, IsNumber: false),
                new(words.Caption("record.totals.planned"), 20),
                new(words.Caption("record.totals.flown"), 20),
                new(words.Caption("record.totals.difference"), 20),
            ],
            [
                Line("record.totals.area", MuHa(t.PlannedAreaM2), MuHa(t.SprayedAreaM2), Difference(t.PlannedAreaM2, t.SprayedAreaM2)),
                Line("record.totals.litres", Figures.Litres(t.PlannedLitres), Figures.Litres(t.AppliedLitres), Difference(t.PlannedLitres, t.AppliedLitres)),
                Line("record.totals.rate", Figures.LitresPerMu(t.PlannedLitres, t.PlannedAreaM2), Figures.LitresPerMu(t.AppliedLitres, t.SprayedAreaM2), ""),
                Line("record.totals.sorties", $"{t.SortiesPlanned}", $"{t.SortiesFlown}", t.SortiesFlown == t.SortiesPlanned ? "" : $"{t.SortiesFlown - t.SortiesPlanned:+0;−0}"),
                Line("record.totals.distance", Figures.Kilometres(t.PlannedDistanceM), Figures.Kilometres(t.FlownDistanceM), Difference(t.PlannedDistanceM, t.FlownDistanceM)),
                Line("record.totals.duration", Figures.Duration(t.PlannedDuration), Figures.Duration(t.FlownDuration), Difference(t.PlannedDuration.TotalSeconds, t.FlownDuration.TotalSeconds)),
                Line("record.totals.doubled", "", Figures.Mu(t.DoubledM2), ""),
                Line("record.totals.missed", "", Figures.Mu(t.MissedM2), ""),
                Line("record.totals.off-target", "", Figures.SquareMetres(t.OffTargetM2), ""),
                .. source.Applied.UnknownFlowM > 0 ? new[] { Line("record.totals.unknown", "", Figures.Kilometres(source.Applied.UnknownFlowM), "") } : [],
            ],
            default);

        Row Line(string key, string planned, string flown, string difference) => Row.Of(words.Joined(key), planned, flown, difference);
    }

    private static string MuHa(double areaM2) => $"{Figures.Mu(areaM2)} ({Figures.Ha(areaM2)})";

    private static string Difference(double planned, double flown) =>
        planned > 0 && double.IsFinite(flown) ? (100 * (flown - planned) / planned).ToString("+0.0;−0.0;0.0", System.Globalization.CultureInfo.InvariantCulture) + " %" : "";
}
