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

    [Fact]
    public void A_sentence_of_the_record_store_is_right_for_one_and_for_many() =>
        Sentences.Keys(Language.English).Where(k => k.StartsWith("cli.store.", StringComparison.Ordinal) || k.StartsWith("cli.season.", StringComparison.Ordinal))
            .Select(k => Sentences.Say(Language.English, k, "1", "1", "1", "1")).Where(s => OneOfMany().IsMatch(s)).ShouldBeEmpty();

    /// <summary>As "1 entries" or "1 new entries".</summary>
    [GeneratedRegex(@"\b1 (new )?(entries|stations|applications|fields)\b")]
    private static partial Regex OneOfMany();

    private static string Places(string key, Language language) =>
        string.Concat(Place().Matches(Sentences.Say(language, key, [.. Enumerable.Range(0, 9).Select(i => $"<{i}>")])).Select(m => m.Value).Distinct().Order());

    [GeneratedRegex("<[0-9]>")]
    private static partial Regex Place();
}
