using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;

namespace DroneFarm.Station.Wording;

/// <summary>A sentence in both languages: the page shows the one it speaks, and can change without asking again.</summary>
public sealed record Said(string Code, string En, string Zh)
{
    private static readonly Phrasebook Station = Phrasebook.Of(typeof(Said).Assembly);

    public static Said Of(string key, params string[] args) => new(key, Station.Say(Language.English, key, args), Station.Say(Language.Chinese, key, args));

    /// <summary>A sentence of Core's.</summary>
    public static Said Of(Phrase phrase) => new(phrase.Key, Phrasebook.Core.Say(phrase, Language.English), Phrasebook.Core.Say(phrase, Language.Chinese));

    public static Said Of(Finding finding) => new(finding.Code, finding.Say(Language.English), finding.Say(Language.Chinese));
}
