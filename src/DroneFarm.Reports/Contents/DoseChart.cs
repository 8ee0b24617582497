using System.Globalization;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Geo;
using DroneFarm.Reports.Charts;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>How evenly the dose lies: the sprayed area by litres a mu, from a raster of half a metre.</summary>
internal static class DoseChart
{
    private const double CellM = 0.5;

    /// <summary>Shares of the planned rate at which a class begins; what lies in the middle one was sprayed as planned.</summary>
    private static readonly double[] Begins = [0.5, 0.8, 0.9, 1.1, 1.2, 1.5];

    public static IEnumerable<Block> Of(RecordSource source, Words words)
    {
        var planned = source.Record.Job.RateLPerHa;
        // A prescription has no one planned rate to compare with.
        if (source.Applied.Passes.Count == 0 || planned <= 0 || source.Record.Job.Prescription is not null) yield break;
        var raster = DoseRaster.Of(source.Applied.Passes, CellM);
        var cells = new int[Begins.Length + 1];
        foreach (var rate in raster.RateLPerHa.Where(r => r > 0)) cells[Begins.Count(b => rate >= b * planned)]++;
        var all = Math.Max(1, cells.Sum());
        var bars = cells.Select((count, i) => new Bar(Range(i, planned), 100.0 * count / all, i == 3 ? Palette.Once : i < 3 ? Palette.Missed : Palette.Twice)).ToList();
        yield return new PictureBlock(words.Caption("record.dose-chart"), new BarChart(bars, "%", words.Joined("record.dose-chart.axis")));
    }

    private static string Range(int index, double planned)
    {
        string At(int i) => Mu.RateLPerMu(Begins[i] * planned).ToString("0.00", CultureInfo.InvariantCulture);
        return index == 0 ? $"< {At(0)}" : index == Begins.Length ? $"≥ {At(index - 1)}" : $"{At(index - 1)}–{At(index)}";
    }
}
