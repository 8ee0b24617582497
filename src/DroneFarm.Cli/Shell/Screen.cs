using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;
using Spectre.Console;

namespace DroneFarm.Cli.Shell;

/// <summary>The terminal in one language. What a script wants goes to standard output; progress and errors go to standard error.</summary>
internal sealed class Screen(Language language)
{
    /// <summary>In a file or pipe a sentence is one line, however long.</summary>
    private const int WidthOfAFile = 10_000;

    private static readonly Phrasebook Sentences = Phrasebook.Of(typeof(Screen).Assembly);

    public Language Language { get; } = language;

    /// <summary>Standard output.</summary>
    public IAnsiConsole Out { get; } = Open(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error: progress bars, live lines, errors.</summary>
    public IAnsiConsole Err { get; } = Open(Console.Error, Console.IsErrorRedirected);

    public string Text(string key, params string[] args) => Sentences.Say(Language, key, args);

    public static string Sentence(Language language, string key) => Sentences.Say(language, key);

    public void Say(string key, params string[] args) => Out.MarkupLineInterpolated($"{Text(key, args)}");

    public void Step(string key, params string[] args) => Out.MarkupLineInterpolated($"[green]●[/] {Text(key, args)}");

    public void Error(string line) => Err.MarkupLineInterpolated($"[red]{line}[/]");

    /// <summary>Prints findings, the grave ones first, at most <paramref name="most"/> of them, and says how many more there are.</summary>
    public void Findings(IEnumerable<Finding> findings, int most = 20)
    {
        var all = findings.OrderByDescending(f => f.Severity).ToList();
        foreach (var finding in all.Take(most)) Err.MarkupLine(Line(finding));
        if (all.Count > most) Err.MarkupLineInterpolated($"[grey]{Text("cli.more-findings", $"{all.Count - most}")}[/]");
    }

    /// <summary>The last word of a verb, for people; a script has the exit code.</summary>
    public void Verdict(bool good, string goodKey, string badKey, params string[] args) =>
        Err.MarkupLineInterpolated(good ? (FormattableString)$"[green]{Text(goodKey, args)}[/]" : $"[red]{Text(badKey, args)}[/]");

    /// <summary>Runs <paramref name="work"/> with a bar that its tick (how much is done) moves; no bar where the output is a file.</summary>
    public T Bar<T>(string key, int whole, Func<Action<int>, T> work) =>
        Err.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var bar = context.AddTask(Markup.Escape(Text(key)), maxValue: Math.Max(whole, 1));
                return work(done => bar.Value = done);
            });

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (redirected) console.Profile.Width = WidthOfAFile;
        return console;
    }

    private string Line(Finding finding)
    {
        var colour = finding.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
        var severity = Phrasebook.Core.Say(Language, $"severity.{finding.Severity.ToString().ToLowerInvariant()}");
        var field = finding.FieldId is { } id ? $" {Text("cli.field", id)}" : "";
        var place = finding.At is { } at ? $" ({at})" : "";
        return $"[{colour}]{severity}[/]{Markup.Escape($"{field}: {finding.Say(Language)}{place}")}";
    }
}
