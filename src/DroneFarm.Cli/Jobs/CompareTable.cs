using DroneFarm.Cli.Shell;
using Spectre.Console;

namespace DroneFarm.Cli.Jobs;

/// <summary>Our plan beside the usual practice.</summary>
internal static class CompareTable
{
    public static Table Of(FlightFigures plan, FlightFigures usual, double areaM2, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(screen.Text("cli.compare.what"));
        table.AddColumn(new TableColumn(screen.Text("cli.compare.plan")).RightAligned());
        table.AddColumn(new TableColumn(screen.Text("cli.compare.usual")).RightAligned());
        void Row(string key, Func<FlightFigures, string> value) => table.AddRow(screen.Text(key), value(plan), value(usual));
        Row("cli.compare.minutes", f => $"{f.Minutes:F1} min");
        Row("cli.compare.litres", f => $"{f.Litres:F1} L");
        Row("cli.compare.turns", f => $"{f.Turns}");
        Row("cli.compare.doubled", f => Share(f.DoubledM2));
        Row("cli.compare.missed", f => Share(f.MissedM2));
        Row("cli.compare.off-target", f => Share(f.OffTargetM2));
        return table;

        string Share(double partM2) => areaM2 > 0 ? $"{partM2:F0} m² ({100 * partM2 / areaM2:F2} %)" : $"{partM2:F0} m²";
    }
}
