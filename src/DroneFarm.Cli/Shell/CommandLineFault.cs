using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace DroneFarm.Cli.Shell;

/// <summary>
/// What is wrong with a command line, in the chosen language and in one line. The parser has its sentences in English only, with the names of types in them; they
/// are known by their words, and what is not known is said as it is.
/// </summary>
internal static partial class CommandLineFault
{
    private static readonly (Regex Words, string Key)[] Known =
    [
        (Unrecognized(), "cli.parse.unknown"), (NotParsed(), "cli.parse.value"), (NotAmong(), "cli.parse.among"), (OptionRequired(), "cli.parse.option-required"),
        (ArgumentRequired(), "cli.parse.argument-required"), (ValueRequired(), "cli.parse.value-required"), (TooMany(), "cli.parse.too-many"), (NoCommand(), "cli.parse.no-command"),
    ];

    /// <summary>The fault that explains the others: a word that is not known before what is missing because of it.</summary>
    public static string Say(ParseResult parsed, Screen screen) => parsed.Errors.OrderBy(e => Unrecognized().IsMatch(e.Message) ? 0 : 1).FirstOrDefault() is { } first
        ? Say(first, screen)
        : screen.Text("cli.no-verb");

    private static string Say(ParseError error, Screen screen)
    {
        foreach (var (words, key) in Known)
        {
            if (words.Match(error.Message) is not { Success: true } match) continue;
            string[] args = [.. match.Groups.Values.Skip(1).Select(g => string.Join(", ", g.Captures.Select(c => c.Value)))];
            return screen.Text(key, key == "cli.parse.value" ? [.. args, Expected(error.SymbolResult, screen)] : args);
        }

        return error.Message;
    }

    private static string Expected(SymbolResult? of, Screen screen)
    {
        var type = of switch { OptionResult option => option.Option.ValueType, ArgumentResult { Parent: OptionResult option } => option.Option.ValueType, ArgumentResult argument => argument.Argument.ValueType, _ => typeof(string) };
        type = type.GetElementType() ?? type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return screen.Text("cli.parse.one-of", string.Join(", ", Enum.GetNames(type).Select(n => n.ToLowerInvariant())));
        return screen.Text(type == typeof(double) || type == typeof(float) ? "cli.parse.number" : "cli.parse.whole-number");
    }

    [GeneratedRegex("^Unrecognized command or argument '(.*)'\\.$")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Cannot parse argument '(.*)' for (?:option|command) '(.*)' as expected type ")]
    private static partial Regex NotParsed();

    [GeneratedRegex("^Argument '(.*)' not recognized\\. Must be one of:(?:\\s+'(.*?)')+\\s*$")]
    private static partial Regex NotAmong();

    [GeneratedRegex("^Option '(.*)' is required\\.$")]
    private static partial Regex OptionRequired();

    [GeneratedRegex("^Required argument missing for command: '(.*)'\\.$")]
    private static partial Regex ArgumentRequired();

    [GeneratedRegex("^Required argument missing for option: '(.*)'\\.$")]
    private static partial Regex ValueRequired();

    [GeneratedRegex("^Option '(.*)' expects a single argument but [0-9]+ were provided\\.$")]
    private static partial Regex TooMany();

    [GeneratedRegex("^Required command was not provided\\.$")]
    private static partial Regex NoCommand();
}
