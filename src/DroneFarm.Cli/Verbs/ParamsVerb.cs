using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Parameters;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Storage.Parameters;
using Command = System.CommandLine.Command;

namespace DroneFarm.Cli.Verbs;

/// <summary><c>dronefarm params get|set|diff|backup|restore|preset</c>: the vehicle's parameters, never changed unseen.</summary>
internal static class ParamsVerb
{
    public static Command Build(Screen screen) => new("params", screen.Text("cli.verb.params"))
    {
        Get(screen), Set(screen), Diff(screen), Backup(screen), Restore(screen), Preset(screen),
    };

    private static Command Get(Screen screen)
    {
        var names = new Argument<string[]>("NAME") { Description = screen.Text("cli.arg.param-names"), Arity = ArgumentArity.ZeroOrMore };
        var json = CommonOptions.Json(screen);
        return Verb(screen, "get", [names], [json], async (parsed, errand, work) =>
        {
            var wanted = parsed.GetValue(names) ?? [];
            return await errand.RunAsync(parsed, async (vehicle, cancel) =>
            {
                if (wanted.Length is > 0 and < 20 && !wanted.Any(n => n.Contains('*')))
                {
                    var all = true;
                    var found = new List<ParameterValue>();
                    foreach (var name in wanted)
                    {
                        var got = await vehicle.RunAsync(new ParameterGet(name, ParameterRenames.OtherName(name)), cancel);
                        if (got.Value is { } value) found.Add(new ParameterValue(got.Name, value, default));
                        else screen.Error(screen.Text("cli.params.silent", name));
                        all &= got.Value is not null;
                    }

                    Print(found.DistinctBy(f => f.Name), parsed.GetValue(json));
                    return all ? ExitCode.Done : ExitCode.NotGood;
                }

                if (await work.ReadAsync(vehicle, wanted, ParameterWork.IsSlow(parsed.GetRequiredValue(errand.Link)), cancel) is not { } list) return ExitCode.FlightStopped;
                Print(list, parsed.GetValue(json));
                return ExitCode.Done;
            });
        });
    }

    private static Command Set(Screen screen)
    {
        var settings = new Argument<string[]>("NAME=VALUE") { Description = screen.Text("cli.arg.param-settings"), Arity = ArgumentArity.OneOrMore };
        var yes = Yes(screen);
        return Verb(screen, "set", [settings], [yes], async (parsed, errand, work) =>
        {
            var wanted = parsed.GetRequiredValue(settings).Select(s => Setting(s, screen)).ToList();
            return await errand.RunAsync(parsed, async (vehicle, cancel) =>
            {
                // What decides whether the change is dangerous is read besides what is changed.
                var held = new List<ParameterValue>();
                foreach (var name in wanted.Select(w => w.Name).Union(["SPRAY_PUMP_MIN", "SPRAY_SPEED_MIN"]))
                {
                    var got = await vehicle.RunAsync(new ParameterGet(name, ParameterRenames.OtherName(name), name.StartsWith("SPRAY_", StringComparison.Ordinal) ? Pace.Command with { GiveUpAfter = TimeSpan.FromSeconds(4) } : null), cancel);
                    if (got.Value is { } value) held.Add(new ParameterValue(got.Name, value, default));
                }

                return await work.ChangeAsync(vehicle, [.. held.DistinctBy(h => h.Name)], wanted, parsed.GetValue(yes), cancel);
            });
        });
    }

    private static Command Diff(Screen screen)
    {
        var file = File(screen);
        return Verb(screen, "diff", [file], [], async (parsed, errand, work) =>
        {
            var wanted = work.ReadFile(parsed.GetRequiredValue(file));
            return await errand.RunAsync(parsed, async (vehicle, cancel) =>
            {
                if (await work.ReadAllAsync(vehicle, ParameterWork.IsSlow(parsed.GetRequiredValue(errand.Link)), cancel) is not { } held) return ExitCode.FlightStopped;
                var changes = ParameterChanges.Between(held, wanted.Select(w => (w.Name, w.Value)));
                work.Show(changes);
                return changes.Count == 0 ? ExitCode.Done : ExitCode.NotGood;
            });
        });
    }

    private static Command Backup(Screen screen)
    {
        var file = File(screen);
        return Verb(screen, "backup", [file], [], async (parsed, errand, work) => await errand.RunAsync(parsed, async (vehicle, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (await work.ReadAllAsync(vehicle, ParameterWork.IsSlow(parsed.GetRequiredValue(errand.Link)), cancel) is not { } held) return ExitCode.FlightStopped;
            var version = await vehicle.RunAsync(new MessageRequest<AutopilotVersion>(), cancel);
            WriteFault.InFile(path, screen, () => ParameterText.Write(path, held.Select(p => new NamedValue(p.Name, p.Value)),
            [
                $"DroneFarm: {held.Count.ToString(CultureInfo.InvariantCulture)} parameters of vehicle {vehicle.Id.SystemId}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC",
                version.Came ? $"firmware {ParameterNames.Firmware(version.Message)}, uid {version.Message.Uid:x16}" : "firmware not told",
            ]));
            screen.Say("cli.written", Path.GetFullPath(path));
            return ExitCode.Done;
        }));
    }

    private static Command Restore(Screen screen)
    {
        var file = File(screen);
        var yes = Yes(screen);
        return Verb(screen, "restore", [file], [yes], async (parsed, errand, work) =>
        {
            var wanted = work.ReadFile(parsed.GetRequiredValue(file));
            return await errand.RunAsync(parsed, async (vehicle, cancel) =>
                await work.ReadAllAsync(vehicle, ParameterWork.IsSlow(parsed.GetRequiredValue(errand.Link)), cancel) is { } held
                    ? await work.ChangeAsync(vehicle, held, [.. wanted.Select(w => (w.Name, w.Value))], parsed.GetValue(yes), cancel)
                    : ExitCode.FlightStopped);
        });
    }

    private static Command Preset(Screen screen)
    {
        var name = new Argument<string>("PLAN|spraying") { Description = screen.Text("cli.arg.preset") };
        var sortie = new Option<int>("--sortie") { Description = screen.Text("cli.option.sortie"), HelpName = "N", DefaultValueFactory = _ => 1 };
        var script = new Option<bool>("--script") { Description = screen.Text("cli.option.script") };
        var yes = Yes(screen);
        return Verb(screen, "preset", [name], [sortie, script, yes], async (parsed, errand, work) =>
        {
            var (preset, prescribed) = PresetOf(parsed.GetRequiredValue(name), parsed.GetValue(sortie), screen);
            if (preset.Refusals.Count > 0) throw new BadInputException(Phrasebook.Core.Say(preset.Refusals[0], screen.Language));
            return await errand.RunAsync(parsed, async (vehicle, cancel) =>
            {
                if (await work.ReadAllAsync(vehicle, ParameterWork.IsSlow(parsed.GetRequiredValue(errand.Link)), cancel) is not { } held) return ExitCode.FlightStopped;
                // Outputs belong to whoever wired the aircraft: they are compared and never set.
                var wiring = ParameterChanges.Between(held, preset.Settings.Where(s => !s.Change).Select(s => (s.Name, s.Value)));
                foreach (var other in wiring) screen.Error(screen.Text("cli.params.differs", other.Name, other.Held is { } h ? ParameterText.Say(h) : "-", ParameterText.Say(other.Wanted)));
                var wanted = preset.Settings.Where(s => s.Change).Select(s => (s.Name, s.Value));
                if (parsed.GetValue(script)) wanted = wanted.Append((ScriptWork.Engine, 1));
                var code = await work.ChangeAsync(vehicle, held, [.. wanted.Distinct()], parsed.GetValue(yes), cancel);
                if (code == ExitCode.Done && parsed.GetValue(script)) code = await new ScriptWork(screen).InstallAsync(vehicle, held, prescribed, cancel);
                return wiring.Count > 0 ? ExitCode.NotGood : code;
            });
        });
    }

    /// <exception cref="BadInputException">It is neither the preset of that name nor a plan, or the plan has no such sortie.</exception>
    private static (SprayPreset Preset, bool Prescribed) PresetOf(string name, int number, Screen screen)
    {
        if (name == "spraying" && !Directory.Exists(name)) return (SprayPreset.Spraying, false);
        var read = PlanWork.Read(name, screen);
        var flown = read.Sorties.FirstOrDefault(s => s.Number == number)
            ?? throw new BadInputException(screen.Text("cli.no-such-sortie", name, number.ToString(CultureInfo.InvariantCulture)));
        var pump = new PumpCalibration(read.Sprayer.PumpMaxFlowLPerMin);
        return (SprayPreset.For(read.Sprayer, read.Job, pump, flown), flown.SprayLegs.Any(l => l.Swath.Dose is not null));
    }

    private static Command Verb(Screen screen, string name, Argument[] arguments, Option[] options, Func<ParseResult, Errand, ParameterWork, Task<int>> run)
    {
        var verb = new Command(name, screen.Text("cli.verb.params-" + name));
        foreach (var argument in arguments) verb.Arguments.Add(argument);
        var errand = new Errand(screen);
        errand.AddTo(verb);
        foreach (var option in options) verb.Options.Add(option);
        verb.SetAction(parsed => run(parsed, errand, new ParameterWork(screen, ParameterNames.OfThisUser)));
        return verb;
    }

    private static Argument<string> File(Screen screen) => new("FILE") { Description = screen.Text("cli.arg.param-file") };

    private static Option<bool> Yes(Screen screen) => new("--yes") { Description = screen.Text("cli.option.yes") };

    private static (string Name, float Value) Setting(string text, Screen screen)
    {
        var parts = text.Split('=');
        return parts.Length == 2 && parts[0].Length > 0 && float.TryParse(parts[1], CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? (parts[0].ToUpperInvariant(), value)
            : throw new BadInputException(screen.Text("cli.params.bad-setting", text));
    }

    private static void Print(IEnumerable<ParameterValue> values, bool json)
    {
        if (json) Json.Print(values.ToDictionary(v => v.Name, v => v.Value));
        else foreach (var value in values) Console.Out.WriteLine($"{value.Name},{ParameterText.Say(value.Value)}");
    }
}
