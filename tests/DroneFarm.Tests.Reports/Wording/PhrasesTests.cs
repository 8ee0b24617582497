using System.Text.RegularExpressions;
using DroneFarm.Core.Text;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Tests.Reports.Wording;

public sealed partial class PhrasesTests
{
    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Words.Book.Keys(Language.English).Order().ShouldBe(Words.Book.Keys(Language.Chinese).Order());

    [Fact]
    public void Both_languages_have_the_same_places_to_fill()
    {
        foreach (var key in Words.Book.Keys(Language.English))
        {
            PlacesOf(key, Language.Chinese).ShouldBe(PlacesOf(key, Language.English), key);
        }
    }

    [Fact]
    public void A_unit_of_a_bilingual_report_is_spelled_alike_in_both_languages()
    {
        foreach (var key in Words.Book.Keys(Language.English).Where(k => k.EndsWith(".both", StringComparison.Ordinal)))
        {
            Words.Book.Say(Language.Chinese, key).ShouldBe(Words.Book.Say(Language.English, key), key);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_character_of_every_sentence_is_in_the_fonts(bool isBold)
    {
        using var faces = new Faces();
        foreach (var book in new[] { Words.Book, Phrasebook.Core })
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var key in book.Keys(language)) faces.Settable(Raw(book, key, language), isBold);
            }
        }

        faces.Lacking.Select(c => $"U+{c:X4} {char.ConvertFromUtf32(c)}").ShouldBeEmpty();
    }

    private static string[] PlacesOf(string key, Language language) =>
        [.. Places().Matches(Raw(Words.Book, key, language)).Select(m => m.Value).Distinct().Order()];

    /// <summary>Each place filled with itself.</summary>
    private static string Raw(Phrasebook book, string key, Language language) => book.Say(language, key, [.. Enumerable.Range(0, 10).Select(i => $"{{{i}}}")]);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();
}
