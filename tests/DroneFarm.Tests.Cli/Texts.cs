using System.Text.RegularExpressions;
using DroneFarm.Core.Text;

namespace DroneFarm.Tests.Cli;

/// <summary>Both languages from the first string.</summary>
public sealed partial class Texts
{
    private static readonly Phrasebook Sentences = Phrasebook.Of(typeof(DroneFarm.Cli.Time.PacedClock).Assembly);

    [Fact]
    public void Every_sentence_of_the_program_exists_in_both_languages() =>
        Sentences.Keys(Language.Chinese).Order().ShouldBe(Sentences.Keys(Language.English).Order());

    [Fact]
    public void Both_languages_fill_the_same_places() =>
        Sentences.Keys(Language.English).Where(key => Places(key, Language.English) != Places(key, Language.Chinese)).ShouldBeEmpty();

    /// <summary>"1 sorties": a number before a plural is wrong for one. Excepted are numbers that are hardly ever one.</summary>
    [Fact]
    public void No_English_sentence_counts_things_in_a_plural_that_one_would_not_have()
    {
        string[] neverOne = ["cli.script.installed", "cli.serve.short-phrase", "cli.params.incomplete"];
        Sentences.Keys(Language.English).Except(neverOne).Where(key => CountedPlural().IsMatch(Sentences.Say(Language.English, key, [.. Enumerable.Range(0, 9).Select(i => $"<{i}>")]))).ShouldBeEmpty();
    }

    private static string Places(string key, Language language) =>
        string.Concat(Place().Matches(Sentences.Say(language, key, [.. Enumerable.Range(0, 9).Select(i => $"<{i}>")])).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex("<[0-9]> (?:no-spray |refill |good )?(?:fields|sorties|paddies|points|items|zones|obstacles|packets|messages|events|frames|bytes|parameters|characters|files|vehicles)\\b")]
    private static partial Regex CountedPlural();

    [GeneratedRegex("<[0-9]>")]
    private static partial Regex Place();
}
