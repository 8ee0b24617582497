using DroneFarm.Cli.Shell;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DroneFarm.Cli.Sniffing;

/// <summary>Traffic as a table for the terminal: a row for each message of each component, then the senders with their loss.</summary>
internal static class TrafficPicture
{
    public static IRenderable Of(Traffic traffic, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "system", "component", "message" }) table.AddColumn(screen.Text($"cli.sniff.{column}"));
        table.AddColumn(new TableColumn(screen.Text("cli.sniff.count")).RightAligned());
        table.AddColumn(new TableColumn(screen.Text("cli.sniff.rate")).RightAligned());
        foreach (var m in traffic.Report.Messages)
        {
            table.AddRow($"{m.SystemId}", $"{m.ComponentId}", Markup.Escape(m.Name), $"{m.Count}", traffic.RateHz(m) is { } hz ? $"{hz:F1}" : "-");
        }

        var senders = traffic.Report.Senders.Select(s => new Text(
            screen.Text("cli.sniff.sender", $"{s.SystemId}/{s.ComponentId}", $"{s.Loss.Received}", $"{s.Loss.Lost}", $"{100 * s.Loss.Share:F1}")));
        var c = traffic.Report.Counts;
        var total = new Text(screen.Text("cli.sniff.total", $"{c.Good}", $"{c.BadCrc}", $"{c.UnknownId}", $"{c.JunkBytes}"));
        return new Rows([table, .. senders, total]);
    }
}
