using System.CommandLine;
using System.Globalization;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Reports;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Cli.Verbs;

/// <summary>Options of the verbs that read or write a record store.</summary>
internal static class StoreOptions
{
    /// <summary>The store when none is named: beside the folders of the jobs.</summary>
    private static string Usual => Environment.GetEnvironmentVariable("DRONEFARM_STORE") is { Length: > 0 } named ? named : Path.Combine("out", "records.db");

    public static Option<string?> Store(Screen screen) => new("--store") { Description = screen.Text("cli.option.store"), HelpName = "FILE|CONNECTION" };

    public static string Target(this ParseResult parsed, Option<string?> store) => parsed.GetValue(store) ?? Usual;

    public static Option<string> Speech(Screen screen)
    {
        var option = new Option<string>("--speak") { Description = screen.Text("cli.option.speak"), HelpName = "both|zh|en", DefaultValueFactory = _ => "both" };
        option.AcceptOnlyFromAmong("both", "zh", "en");
        return option;
    }

    public static ReportOptions Spoken(string speech) => ReportOptions.Bilingual with
    {
        Languages = speech switch { "zh" => [Language.Chinese], "en" => [Language.English], _ => [Language.Chinese, Language.English] },
    };

    /// <summary>Opens a store that is there for a piece of work; what the store cannot do ends the verb with one line.</summary>
    public static T With<T>(string target, Screen screen, Func<IRecordStore, T> work) => With(() => RecordStores.OpenExisting(target), screen, work);

    /// <summary>The same for a verb that plainly makes a store where there is none.</summary>
    public static T Making<T>(string target, Screen screen, Func<IRecordStore, T> work) => With(() => RecordStores.Open(target), screen, work);

    private static T With<T>(Func<IRecordStore> open, Screen screen, Func<IRecordStore, T> work)
    {
        try
        {
            using var store = open();
            return work(store);
        }
        catch (StoreException wrong)
        {
            throw Wrong(wrong, screen);
        }
    }

    public static BadInputException Wrong(StoreException wrong, Screen screen) => new(Phrasebook.Core.Say(wrong.Text, screen.Language));

    public static DateTimeOffset? Day(string? text, Screen screen) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), ReportOptions.ChinaStandardTime)
            : throw new BadInputException(screen.Text("cli.bad-day", text));
}
