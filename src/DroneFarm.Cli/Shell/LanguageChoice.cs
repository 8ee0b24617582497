using System.CommandLine;
using DroneFarm.Core.Text;

namespace DroneFarm.Cli.Shell;

/// <summary>Which language the program speaks: <c>--language</c>, else DRONEFARM_LANGUAGE, else the system's, else English.</summary>
internal static class LanguageChoice
{
    private const string Name = "--language";
    private static readonly string[] Variables = ["DRONEFARM_LANGUAGE", "LC_ALL", "LANG"];

    /// <summary>Found before the command line is parsed, because the help texts need it.</summary>
    public static Language Of(IReadOnlyList<string> args)
    {
        var given = args.Zip(args.Skip(1)).Where(pair => pair.First == Name).Select(pair => pair.Second)
            .Concat(args.Where(a => a.StartsWith(Name + "=", StringComparison.Ordinal)).Select(a => a[(Name.Length + 1)..]));
        string?[] wishes = [.. given, .. Variables.Select(Environment.GetEnvironmentVariable)];
        return wishes.FirstOrDefault(w => !string.IsNullOrEmpty(w))?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true
            ? Language.Chinese
            : Language.English;
    }

    public static Option<string> Option(Screen screen)
    {
        var option = new Option<string>(Name) { Description = screen.Text("cli.option.language"), Recursive = true, HelpName = "en|zh" };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }
}
