using DroneFarm.Cli.Shell;
using DroneFarm.Core.Records;
using Spectre.Console;

namespace DroneFarm.Cli.Jobs;

/// <summary>The last table of a job: what was planned beside what was flown.</summary>
internal static class RecordTable
{
    public static Table Of(SprayRecord record, Screen screen)
    {
        var t = record.Totals;
        var table = new Table().Border(TableBorder.Rounded).AddColumn(screen.Text("cli.record.what"));
        table.AddColumn(new TableColumn(screen.Text("cli.record.planned")).RightAligned());
        table.AddColumn(new TableColumn(screen.Text("cli.record.flown")).RightAligned());
        void Row(string key, string planned, string flown) => table.AddRow(screen.Text(key), planned, flown);
        Row("cli.record.sorties", $"{t.SortiesPlanned}", $"{t.SortiesFlown}");
        Row("cli.record.area", PlanTables.Area(t.PlannedAreaM2, screen), PlanTables.Area(t.SprayedAreaM2, screen));
        Row("cli.record.litres", $"{t.PlannedLitres:F1} L", $"{t.AppliedLitres:F1} L");
        Row("cli.record.time", $"{t.PlannedDuration.TotalMinutes:F1} min", $"{t.FlownDuration.TotalMinutes:F1} min");
        Row("cli.record.distance", $"{t.PlannedDistanceM / 1000:F2} km", $"{t.FlownDistanceM / 1000:F2} km");
        Row("cli.record.gaps", "", Share(t.MissedM2, t.PlannedAreaM2));
        Row("cli.record.overlaps", "", Share(t.DoubledM2, t.PlannedAreaM2));
        Row("cli.record.off-target", "0 m²", $"{t.OffTargetM2:F1} m²");
        return table;
    }

    private static string Share(double partM2, double wholeM2) => wholeM2 > 0 ? $"{partM2:F0} m² ({100 * partM2 / wholeM2:F2} %)" : "-";
}
