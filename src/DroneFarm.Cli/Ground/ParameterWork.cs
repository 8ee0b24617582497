using System.Globalization;
using System.IO.Enumeration;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Parameters;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Storage.Parameters;
using Spectre.Console;

namespace DroneFarm.Cli.Ground;

/// <summary>What the verbs of <c>params</c> share: reading all, showing differences, making changes.</summary>
/// <param name="names">What full readings showed before.</param>
internal sealed class ParameterWork(Screen screen, ParameterNames names)
{
    /// <summary>More are read quicker with all the others.</summary>
    private const int MostOneByOne = 60;

    /// <summary>Null when not all came; said already.</summary>
    public async Task<IReadOnlyList<ParameterValue>?> ReadAllAsync(Vehicle vehicle, bool asFile, CancellationToken cancel)
    {
        screen.Err.MarkupLineInterpolated($"[grey]{screen.Text("cli.params.reading")}[/]");
        var result = asFile ? await vehicle.RunAsync(new ParameterFile(), cancel) : await vehicle.RunAsync(new ParameterList(), cancel);
        if (result.Outcome == TransferOutcome.Done)
        {
            if (await ParameterNames.FirmwareOfAsync(vehicle, cancel) is { } firmware) names.Keep(firmware, result.Parameters.Select(p => p.Name));
            return result.Parameters;
        }

        screen.Error(screen.Text("cli.params.incomplete", Number(result.Parameters.Count), Number(result.Parameters.Count + result.Missing)));
        return null;
    }

    /// <summary>Those that match one of some patterns, as SPRAY_*; all where there is no pattern. Null when not all came; said already.</summary>
    public async Task<IReadOnlyList<ParameterValue>?> ReadAsync(Vehicle vehicle, IReadOnlyList<string> patterns, bool asFile, CancellationToken cancel)
    {
        if (patterns.Count > 0 && await ParameterNames.FirmwareOfAsync(vehicle, cancel) is { } firmware)
        {
            var known = names.Read(firmware).Where(n => Matches(patterns, n)).ToList();
            if (known.Count is > 0 and <= MostOneByOne && await ReadEachAsync(vehicle, known, cancel) is { } few) return few;
        }

        return await ReadAllAsync(vehicle, asFile, cancel) is { } all ? [.. all.Where(p => patterns.Count == 0 || Matches(patterns, p.Name))] : null;
    }

    /// <summary>Null when one of them does not answer: a switched feature hides its parameters, and shows others.</summary>
    private static async Task<IReadOnlyList<ParameterValue>?> ReadEachAsync(Vehicle vehicle, IReadOnlyList<string> known, CancellationToken cancel)
    {
        var values = new List<ParameterValue>();
        foreach (var name in known)
        {
            if ((await vehicle.RunAsync(new ParameterGet(name), cancel)).Value is not { } value) return null;
            values.Add(new ParameterValue(name, value, default));
        }

        return values;
    }

    private static bool Matches(IEnumerable<string> patterns, string name) => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, name));

    /// <summary>A serial radio is slow: one file is a quarter of the bytes. Elsewhere one by one is quicker where packets get lost.</summary>
    public static bool IsSlow(string link) => link.StartsWith("serial:", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="BadInputException">It cannot be read or is empty, or a line of it is no parameter.</exception>
    public IReadOnlyList<NamedValue> ReadFile(string path)
    {
        try
        {
            var read = ParameterText.Read(path);
            if (read.Wrong is { } wrong) throw new BadInputException(screen.Text("cli.params.bad-line", path, Number(wrong.Line), wrong.Text));
            return read.Values.Count > 0 ? read.Values : throw new BadInputException(screen.Text("cli.params.empty", path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFault.Reading(path, error, screen);
        }
    }

    public void Show(IReadOnlyList<ParameterChange> changes)
    {
        if (changes.Count == 0)
        {
            screen.Say("cli.params.same");
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(screen.Text("cli.params.name")).AddColumn(screen.Text("cli.params.held")).AddColumn(screen.Text("cli.params.wanted"));
        foreach (var change in changes)
        {
            table.AddRow(Markup.Escape(change.Name), change.Held is { } held ? ParameterText.Say(held) : screen.Text("cli.params.none"), ParameterText.Say(change.Wanted));
        }

        screen.Out.Write(table);
    }

    /// <summary>Shows what would change, asks, changes, and says what the vehicle made of it. The answer is the exit code.</summary>
    public async Task<int> ChangeAsync(
        Vehicle vehicle, IReadOnlyList<ParameterValue> held, IReadOnlyList<(string Name, float Value)> wanted, bool yes, CancellationToken cancel)
    {
        var changes = ParameterChanges.Between(held, wanted);
        Show(changes);
        if (changes.Count == 0) return ExitCode.Done;
        if (ParameterChanges.Refusals(held, changes) is { Count: > 0 } refusals)
        {
            foreach (var refusal in refusals) screen.Error(Phrasebook.Core.Say(refusal, screen.Language));
            return ExitCode.NotGood;
        }

        if (vehicle.State.IsArmed)
        {
            screen.Error(screen.Text("cli.params.armed"));
            return ExitCode.NotGood;
        }

        if (!yes && !Asked()) return ExitCode.NotGood;
        var results = await ParameterChanges.ApplyAsync(vehicle, changes, _ => { }, cancel);
        var failed = results.Where(r => r.Outcome != ParameterOutcome.Done).ToList();
        foreach (var result in failed)
        {
            var wish = changes.First(c => c.Name == result.Name).Wanted;
            screen.Error(result.Value is { } value
                ? screen.Text("cli.params.differs", result.Name, ParameterText.Say(value), ParameterText.Say(wish))
                : screen.Text("cli.params.silent", result.Name));
        }

        screen.Say("cli.params.set", Number(results.Count - failed.Count), Number(changes.Count));
        return failed.Count == 0 && results.Count == changes.Count ? ExitCode.Done : ExitCode.NotGood;
    }

    private bool Asked()
    {
        screen.Err.Markup($"{Markup.Escape(screen.Text("cli.params.ask"))} ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes" or "是";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
