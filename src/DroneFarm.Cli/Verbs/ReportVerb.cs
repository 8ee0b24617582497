using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records;
using DroneFarm.Reports;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm report DIR</c>: coverage and record, made again from the journal; <c>verify</c> proves them, <c>season</c> reports a field's or farm's season.</summary>
internal static class ReportVerb
{
    public static Command Build(Screen screen)
    {
        var job = new Argument<string>("DIR") { Description = screen.Text("cli.arg.dir") };
        var (json, store, speech) = (CommonOptions.Json(screen), StoreOptions.Store(screen), StoreOptions.Speech(screen));
        var verb = new Command("report", screen.Text("cli.verb.report")) { job, store, speech, json };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(job);
            var plan = PlanWork.Read(named, screen);
            var folder = JobFolder.Of(named);
            var options = StoreOptions.Spoken(parsed.GetValue(speech)!);
            var record = parsed.GetValue(store) is { } target
                ? StoreOptions.With(target, screen, s => ReportWork.Make(plan, folder, screen, options, r => SeasonWork.Findings(FieldApplications.Of(r, plan), s.Find(new RecordQuery(Farm: r.FarmName)).Select(f => f.Application))))
                : ReportWork.Make(plan, folder, screen, options);
            if (parsed.GetValue(json)) Json.Print(record.Totals);
            else ReportWork.Print(record, folder, screen);
            return record.IsComplete ? ExitCode.Done : ExitCode.NotGood;
        });
        verb.Subcommands.Add(Verify(screen));
        verb.Subcommands.Add(Season(screen));
        return verb;
    }

    private static Command Verify(Screen screen)
    {
        var job = new Argument<string>("DIR") { Description = screen.Text("cli.arg.dir") };
        var store = StoreOptions.Store(screen);
        var verb = new Command("verify", screen.Text("cli.verb.report-verify")) { job, store };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetRequiredValue(job);
            var read = PlanWork.ReadAnyhow(named, screen);
            var folder = JobFolder.Of(named);
            var findings = parsed.GetValue(store) is { } target
                ? StoreOptions.With(target, screen, s => VerifyWork.Of(read.Plan!, read.Findings, folder, s, screen))
                : VerifyWork.Of(read.Plan!, read.Findings, folder, null, screen);
            screen.Findings(findings);
            var good = findings.All(f => f.Severity != Severity.Error);
            screen.Verdict(good, "cli.verify.good", "cli.verify.bad");
            return good ? ExitCode.Done : ExitCode.NotGood;
        });
        return verb;
    }

    private static Command Season(Screen screen)
    {
        Option<string?> Text(string name, string key, string help) => new(name) { Description = screen.Text(key), HelpName = help };
        var (farm, field) = (Text("--farm", "cli.option.farm", "NAME"), Text("--field", "cli.option.field", "ID"));
        var (from, to) = (Text("--from", "cli.option.from", "YYYY-MM-DD"), Text("--to", "cli.option.to-day", "YYYY-MM-DD"));
        var year = new Option<int?>("--year") { Description = screen.Text("cli.option.year"), HelpName = "YYYY" };
        var folder = Text("--out", "cli.option.season-out", "DIR");
        var (store, speech) = (StoreOptions.Store(screen), StoreOptions.Speech(screen));
        var verb = new Command("season", screen.Text("cli.verb.report-season")) { farm, field, year, from, to, folder, store, speech };
        verb.SetAction(parsed =>
        {
            var query = new RecordQuery(Farm: parsed.GetValue(farm), FieldId: parsed.GetValue(field), From: StoreOptions.Day(parsed.GetValue(from), screen), To: StoreOptions.Day(parsed.GetValue(to), screen));
            if (parsed.GetValue(year) is { } y) query = query.InYear(y, ReportOptions.ChinaStandardTime);
            var period = parsed.GetValue(year) is { } named ? $"{named}" : string.Join(" – ", new[] { parsed.GetValue(from), parsed.GetValue(to) }.OfType<string>());
            var target = parsed.GetValue(folder) ?? Path.Combine("out", "season");
            var season = StoreOptions.With(parsed.Target(store), screen, s => SeasonWork.Make(s, query, period, target, StoreOptions.Spoken(parsed.GetValue(speech)!), screen));
            screen.Say("cli.season.made", $"{season.Totals.Applications}", $"{season.Totals.Fields}", PlanTables.Area(season.Totals.SprayedM2, screen), $"{season.Totals.Litres:F1}");
            screen.Say("cli.written", Path.GetFullPath(target));
            return ExitCode.Done;
        });
        return verb;
    }
}
