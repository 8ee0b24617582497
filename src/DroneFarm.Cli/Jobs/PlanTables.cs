using DroneFarm.Cli.Shell;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using Spectre.Console;

namespace DroneFarm.Cli.Jobs;

/// <summary>A plan and its check as tables for the terminal: mu and litres first.</summary>
internal static class PlanTables
{
    public static Table Sorties(Plan plan, Screen screen)
    {
        var several = plan.Fleet.Drones > 1;
        var table = Numbers(screen, [.. several ? (string[])["drone", "start"] : [], "sortie", "swaths", "litres", "minutes", "energy", "spray-km", "transit-km", "items"]);
        foreach (var sortie in plan.Sorties)
        {
            var items = plan.Missions.FirstOrDefault(m => m.SortieNumber == sortie.Number)?.Items.Count ?? 0;
            string[] who = several ? [$"{sortie.Vehicle}", $"{sortie.Start.TotalMinutes:F1}"] : [];
            table.AddRow([
                .. who, $"{sortie.Number}", $"{sortie.SprayLegs.Count()}", $"{sortie.Litres:F1}", $"{sortie.Duration.TotalMinutes:F1}",
                $"{sortie.EnergyWh:F0}", $"{sortie.SprayedM / 1000:F2}", $"{sortie.TransitM / 1000:F2}", $"{items}"]);
        }

        return table;
    }

    /// <summary>A row for each aircraft: what it flies, and when it is done.</summary>
    public static Table Drones(Plan plan, Screen screen)
    {
        var table = Numbers(screen, "drone", "sorties", "litres", "minutes", "spray-km", "transit-km", "finish");
        foreach (var own in plan.Sorties.GroupBy(s => s.Vehicle).OrderBy(g => g.Key))
        {
            table.AddRow(
                $"{own.Key}", $"{own.Count()}", $"{own.Sum(s => s.Litres):F1}", $"{own.Sum(s => s.Duration.TotalMinutes):F1}", $"{own.Sum(s => s.SprayedM) / 1000:F2}",
                $"{own.Sum(s => s.TransitM) / 1000:F2}", $"{own.Max(s => s.Finish.TotalMinutes):F1}");
        }

        return table;
    }

    public static Table Check(CheckReport report, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(screen.Text("cli.check.what")).AddColumn(new TableColumn(screen.Text("cli.check.value")).RightAligned());
        void Row(string key, string value) => table.AddRow(screen.Text(key), value);
        Row("cli.check.fields", $"{report.Fields.Count}");
        Row("cli.check.area", Area(report.AreaM2, screen));
        Row("cli.check.covered", Share(report.CoveredM2, report.AreaM2));
        Row("cli.check.mainland", $"{100 * report.MainlandCoverage:F2} %");
        Row("cli.check.doubled", Share(report.DoubledM2, report.AreaM2));
        Row("cli.check.missed", Share(report.MissedM2, report.AreaM2));
        Row("cli.check.off-target", $"{report.OffTargetM2:F2} m²");
        if (report.Raster is { } raster) Row("cli.check.raster", screen.Text("cli.check.raster.value", Share(raster.CoveredM2, report.AreaM2), Share(raster.DoubledM2, report.AreaM2), $"{raster.CellM:0.##}"));
        Row("cli.check.litres", $"{report.Litres:F1} L");
        Row("cli.check.minutes", $"{report.Duration.TotalMinutes:F0} min");
        Row("cli.check.distance", $"{(report.SprayedM + report.TransitM) / 1000:F1} km");
        return table;
    }

    /// <summary>How near the plan comes to what no plan can beat.</summary>
    public static Table Bounds(FieldBounds job, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(screen.Text("cli.bounds.what")).AddColumn(new TableColumn(screen.Text("cli.check.value")).RightAligned());
        table.AddRow(screen.Text("cli.bounds.working"), job.WorkingRatio is { } working ? $"{working:F3}" : "-");
        table.AddRow(screen.Text("cli.bounds.turns"), job.TurnsRatio is { } turns ? $"{turns:F3}" : "-");
        table.AddRow(screen.Text("cli.bounds.non-working"), job.NonWorkingMPerHa is { } metres ? $"{metres:F0} m/ha" : "-");
        return table;
    }

    public static string Area(double areaM2, Screen screen) =>
        screen.Text("cli.area", $"{Mu.FromSquareMetres(areaM2):F1}", $"{areaM2 / 10_000:F2}");

    private static string Share(double partM2, double wholeM2) => wholeM2 > 0 ? $"{100 * partM2 / wholeM2:F2} %" : "-";

    private static Table Numbers(Screen screen, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns) table.AddColumn(new TableColumn(screen.Text($"cli.sorties.{column}")).RightAligned());
        return table;
    }
}
