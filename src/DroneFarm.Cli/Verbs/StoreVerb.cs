using System.CommandLine;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm store</c>: the record store of a station or a farm: add, list, correct, send, verify, backup, restore, migrate.</summary>
internal static class StoreVerb
{
    public static Command Build(Screen screen) => new("store", screen.Text("cli.verb.store"))
    {
        Add(screen), List(screen), Correct(screen), Send(screen), Verify(screen), Copy(screen, "backup"), Copy(screen, "restore"), Migrate(screen),
    };

    private static Command Add(Screen screen)
    {
        var job = new Argument<string>("DIR") { Description = screen.Text("cli.arg.dir") };
        var store = StoreOptions.Store(screen);
        var verb = new Command("add", screen.Text("cli.verb.store-add")) { job, store };
        verb.SetAction(parsed =>
        {
            var flown = StoreWork.Read(parsed.GetRequiredValue(job), screen);
            return StoreOptions.Making(parsed.Target(store), screen, s =>
            {
                var (entries, findings) = StoreWork.Add(s, flown, TimeProvider.System.GetUtcNow(), screen);
                screen.Findings(findings);
                screen.Say("cli.store.added", $"{entries.Count}", s.Name);
                return ExitCode.Done;
            });
        });
        return verb;
    }

    private static Command List(Screen screen)
    {
        Option<string?> Text(string name, string key, string help) => new(name) { Description = screen.Text(key), HelpName = help };
        var (farm, field, product) = (Text("--farm", "cli.option.farm", "NAME"), Text("--field", "cli.option.field", "ID"), Text("--product", "cli.option.product", "NAME"));
        var (from, to) = (Text("--from", "cli.option.from", "YYYY-MM-DD"), Text("--to", "cli.option.to-day", "YYYY-MM-DD"));
        var (store, json) = (StoreOptions.Store(screen), CommonOptions.Json(screen));
        var verb = new Command("list", screen.Text("cli.verb.store-list")) { farm, field, product, from, to, store, json };
        verb.SetAction(parsed => StoreOptions.With(parsed.Target(store), screen, s =>
        {
            var found = s.Find(new RecordQuery(
                parsed.GetValue(farm), parsed.GetValue(field), parsed.GetValue(product), From: StoreOptions.Day(parsed.GetValue(from), screen), To: StoreOptions.Day(parsed.GetValue(to), screen)));
            if (parsed.GetValue(json)) Json.Print(found.Select(f => new { f.Hash, f.Application }));
            else screen.Out.Write(StoreWork.Listed(found, screen));
            return ExitCode.Done;
        }));
        return verb;
    }

    private static Command Correct(Screen screen)
    {
        var hash = new Argument<string>("HASH") { Description = screen.Text("cli.arg.hash") };
        var set = new Option<string[]>("--set") { Description = screen.Text("cli.option.set"), HelpName = "NAME=VALUE" };
        var reason = new Option<string>("--reason") { Description = screen.Text("cli.option.reason"), Required = true, HelpName = "TEXT" };
        var by = new Option<string>("--by") { Description = screen.Text("cli.option.by"), Required = true, HelpName = "NAME" };
        var withdraw = new Option<bool>("--withdraw") { Description = screen.Text("cli.option.withdraw") };
        var store = StoreOptions.Store(screen);
        var verb = new Command("correct", screen.Text("cli.verb.store-correct")) { hash, set, reason, by, withdraw, store };
        verb.SetAction(parsed => StoreOptions.With(parsed.Target(store), screen, s =>
        {
            var start = parsed.GetRequiredValue(hash);
            var meant = s.Find(RecordQuery.All).Where(f => f.Hash.StartsWith(start, StringComparison.OrdinalIgnoreCase)).ToList();
            if (meant.Count != 1) throw new BadInputException(screen.Text(meant.Count == 0 ? "cli.store.no-entry" : "cli.store.many-entries", start));
            var changes = (parsed.GetValue(set) ?? []).Select(c => c.Split('=', 2)).Select(c => c.Length == 2 ? c : throw new BadInputException(screen.Text("cli.store.bad-set", c[0]))).ToDictionary(c => c[0], c => c[1]);
            var (corrected, findings) = Correction.Of(s.History(meant[0].Hash)[0], changes, parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), parsed.GetValue(withdraw));
            if (corrected is null) throw InputFiles.Wrong(findings, screen);
            screen.Findings(findings);
            var entry = s.Add([corrected], TimeProvider.System.GetUtcNow())[0];
            screen.Say("cli.store.corrected", meant[0].Hash[..12], entry.Hash[..12]);
            return ExitCode.Done;
        }));
        return verb;
    }

    private static Command Send(Screen screen)
    {
        var to = new Option<string>("--to") { Description = screen.Text("cli.option.send-to"), Required = true, HelpName = "CONNECTION" };
        var keep = new Option<bool>("--keep-trying") { Description = screen.Text("cli.option.keep-trying") };
        var store = StoreOptions.Store(screen);
        var verb = new Command("send", screen.Text("cli.verb.store-send")) { to, keep, store };
        verb.SetAction(parsed =>
        {
            using var ctrlC = new CtrlC(() => screen.Error(screen.Text("cli.stopping")));
            return StoreOptions.With(parsed.Target(store), screen, s =>
            {
                var target = parsed.GetRequiredValue(to);
                // A wrong name is said at once; only a server that does not answer is worth waiting for.
                if (!RecordStores.IsServer(target)) RecordStores.OpenReceiver(target).Dispose();
                var sender = new RecordSender(s, () => RecordStores.OpenReceiver(target));
                var sent = parsed.GetValue(keep)
                    ? sender.SendAllAsync(TimeProvider.System, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), ctrlC.Token).GetAwaiter().GetResult()
                    : sender.Send(ctrlC.Token);
                screen.Findings(sent.Findings);
                screen.Say("cli.store.sent", $"{sent.Stored}");
                return sent.Findings.Count == 0 ? ExitCode.Done : ExitCode.NotGood;
            });
        });
        return verb;
    }

    private static Command Verify(Screen screen)
    {
        var store = StoreOptions.Store(screen);
        var verb = new Command("verify", screen.Text("cli.verb.store-verify")) { store };
        verb.SetAction(parsed => StoreOptions.With(parsed.Target(store), screen, s =>
        {
            var check = s.Verify();
            screen.Findings(check.Findings);
            screen.Verdict(check.Passed, "cli.store.good", "cli.store.bad", $"{check.Entries}", $"{check.Stations}");
            return check.Passed ? ExitCode.Done : ExitCode.NotGood;
        }));
        return verb;
    }

    private static Command Copy(Screen screen, string name)
    {
        var file = new Argument<string>("FILE") { Description = screen.Text($"cli.arg.{name}") };
        var store = StoreOptions.Store(screen);
        var verb = new Command(name, screen.Text($"cli.verb.store-{name}")) { file, store };
        verb.SetAction(parsed =>
        {
            var (path, usual) = (parsed.GetRequiredValue(file), parsed.Target(store));
            if (name == "restore" && !File.Exists(path)) throw new BadInputException(screen.Text("cli.store.no-backup", path));
            var (source, copy) = name == "backup" ? (usual, path) : (path, usual);
            // The source first: nothing is made for a source that is not there.
            return StoreOptions.With(source, screen, from => name == "restore" && from.Heads().Count == 0 ? throw new BadInputException(screen.Text("cli.store.empty-backup", path)) : StoreOptions.Making(copy, screen, target =>
            {
                var sent = StoreCopy.Of(from, target);
                var check = target.Verify();
                screen.Findings(sent.Findings.Concat(check.Findings.Where(f => f.Severity == Severity.Error)));
                screen.Say($"cli.store.{name}-done", $"{sent.Stored}", $"{check.Entries}", target.Name);
                return sent.Findings.Count == 0 && check.Passed ? ExitCode.Done : ExitCode.NotGood;
            }));
        });
        return verb;
    }

    private static Command Migrate(Screen screen)
    {
        var version = new Option<int?>("--to-version") { Description = screen.Text("cli.option.to-version"), HelpName = "N" };
        var mayLose = new Option<bool>("--may-lose") { Description = screen.Text("cli.option.may-lose") };
        var store = StoreOptions.Store(screen);
        var verb = new Command("migrate", screen.Text("cli.verb.store-migrate")) { version, mayLose, store };
        verb.SetAction(parsed =>
        {
            var target = parsed.Target(store);
            try
            {
                if (parsed.GetValue(version) is { } wanted) RecordStores.Migrate(target, wanted, parsed.GetValue(mayLose));
                var (at, newest) = RecordStores.Version(target);
                screen.Say("cli.store.version", $"{at}", $"{newest}");
                return ExitCode.Done;
            }
            catch (StoreException wrong)
            {
                throw StoreOptions.Wrong(wrong, screen);
            }
        });
        return verb;
    }
}
