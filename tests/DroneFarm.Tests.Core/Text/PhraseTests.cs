using System.Text.RegularExpressions;
using DroneFarm.Core.Text;

namespace DroneFarm.Tests.Core.Text;

public sealed partial class PhraseTests
{
    [Fact]
    public void Every_sentence_exists_in_both_languages() =>
        Phrasebook.Core.Keys(Language.English).Order().ShouldBe(Phrasebook.Core.Keys(Language.Chinese).Order());

    [Fact]
    public void A_sentence_has_the_same_places_in_both_languages()
    {
        string[] args = [.. Enumerable.Range(0, 10).Select(i => $"<{i}>")];
        foreach (var key in Phrasebook.Core.Keys(Language.English))
            Places(Phrasebook.Core.Say(Language.Chinese, key, args)).ShouldBe(Places(Phrasebook.Core.Say(Language.English, key, args)), key);
    }

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex("<[0-9]>")]
    private static partial Regex Place();
}
