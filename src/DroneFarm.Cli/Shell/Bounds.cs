using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DroneFarm.Cli.Shell;

/// <summary>What values an option takes. A value that is no number at all is left to the parser, which says so.</summary>
internal static class Bounds
{
    public static Option<T> Within<T>(this Option<T> option, Func<T, bool> holds, string otherwise)
        where T : struct, IParsable<T>
    {
        option.Validators.Add(result => Check(result, holds, otherwise));
        return option;
    }

    public static Option<T?> Within<T>(this Option<T?> option, Func<T, bool> holds, string otherwise)
        where T : struct, IParsable<T>
    {
        option.Validators.Add(result => Check(result, holds, otherwise));
        return option;
    }

    private static void Check<T>(OptionResult result, Func<T, bool> holds, string otherwise)
        where T : struct, IParsable<T>
    {
        if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && !holds(value)) result.AddError(otherwise);
    }
}
