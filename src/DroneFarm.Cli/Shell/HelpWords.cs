using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text.RegularExpressions;

namespace DroneFarm.Cli.Shell;

/// <summary>The help page in the chosen language: its own words are the parser's, which knows English only.</summary>
internal static class HelpWords
{
    private static readonly (string English, string Key)[] Words =
    [
        ("^Description:", "cli.help.description"), ("^Usage:", "cli.help.usage"), ("^Arguments:", "cli.help.arguments"), ("^Options:", "cli.help.options"), ("^Commands:", "cli.help.commands"),
        (@"\(REQUIRED\)", "cli.help.required"), (@"\[default: ", "cli.help.default"), (@"\[options\]", "cli.help.some-options"), (@"\[command\]", "cli.help.some-command"),
        ("Show help and usage information$", "cli.help.help"), ("Show version information$", "cli.help.version"),
    ];

    /// <summary>The exit code; null where no help was asked for.</summary>
    public static async Task<int?> PrintAsync(ParseResult parsed, Screen screen)
    {
        if (parsed.Action is not HelpAction) return null;
        using var page = new StringWriter();
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = page });
        Console.Out.Write(In(page.ToString(), screen));
        return code;
    }

    public static string In(string page, Screen screen) =>
        Words.Aggregate(page.ReplaceLineEndings("\n"), (text, word) => Regex.Replace(text, word.English, _ => screen.Text(word.Key), RegexOptions.Multiline | RegexOptions.CultureInvariant))
            .ReplaceLineEndings();
}
