using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Maps;
using Spectre.Console;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm import FILE… --out FARM.geojson</c>: one farm file out of the files of other programs, and what was taken of them.</summary>
internal static class ImportVerb
{
    public static Command Build(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = screen.Text("cli.arg.import"), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = screen.Text("cli.option.import-out"), HelpName = "FARM.geojson" };
        var datum = InputOptions.DatumOption(screen);
        var json = CommonOptions.Json(screen);
        var verb = new Command("import", screen.Text("cli.verb.import")) { files, output, datum, json };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(output), InputOptions.DatumOf(parsed.GetValue(datum)), parsed.GetValue(json), screen));
        return verb;
    }

    private static int Run(string[] paths, string? output, Datum? datum, bool asJson, Screen screen)
    {
        var findings = new List<Finding>();
        var read = paths.SelectMany(p => ImportFiles.Of(p, findings)).DistinctBy(f => f.Name).ToList();
        if (findings.Exists(f => f.Severity == Severity.Error)) throw InputFiles.Wrong(findings, screen);
        var imported = Importer.Read(read, datum);
        screen.Findings(imported.Findings, most: 50);
        if (imported.Farm is { } farm && output is not null) MapExport.WriteMap(output, MapSheet.Of(farm), screen);
        if (asJson)
        {
            Json.Print(new
            {
                Farm = imported.Farm?.Name,
                Fields = imported.Farm?.Fields.Count ?? 0,
                imported.IsPartial,
                imported.Parts,
                Findings = imported.Findings.Select(f => new { Severity = $"{f.Severity}", f.Code, Text = f.Say(screen.Language), Field = f.FieldId }),
            });
        }
        else Print(imported, output, screen);

        if (imported.Farm is null && imported.Parts.Count == 0) return ExitCode.BadInput;
        return imported.Farm is null || imported.IsPartial ? ExitCode.NotGood : ExitCode.Done;
    }

    private static void Print(Imported imported, string? output, Screen screen)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in (string[])["file", "kind", "thing", "read", "taken", "repaired", "skipped"]) table.AddColumn(screen.Text($"cli.import.{column}"));
        foreach (var part in imported.Parts)
            table.AddRow(Markup.Escape(part.Name), $"{part.Kind}", screen.Text($"cli.import.{part.Thing.ToString().ToLowerInvariant()}"), $"{part.Read}", $"{part.Taken}", $"{part.Repaired}", $"{part.Skipped}");
        screen.Out.Write(table);
        if (imported.Farm is not { } farm) return;
        screen.Say("cli.import.farm", farm.Name, $"{farm.Fields.Count}", $"{farm.Zones.Count}", $"{farm.Obstacles.Count}", $"{farm.RefillPoints.Count}", PlanTables.Area(farm.Fields.Sum(f => f.AreaM2), screen));
        if (imported.Prescription is { } rates) screen.Say("cli.import.rates", $"{rates.Zones.Count}");
        if (output is not null) screen.Say("cli.written", Path.GetFullPath(output));
    }
}
