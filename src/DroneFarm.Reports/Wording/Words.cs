using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;

namespace DroneFarm.Reports.Wording;

/// <summary>The report's own sentences in the languages that were asked for.</summary>
internal sealed class Words(IReadOnlyList<Language> languages)
{
    public static readonly Phrasebook Book = Phrasebook.Of(typeof(Words).Assembly);

    public bool IsBilingual => languages.Count > 1;

    public Language Leading => languages[0];

    public Caption Caption(string key, params string[] args) =>
        new(Book.Say(languages[0], key, args), IsBilingual ? Book.Say(languages[1], key, args) : "");

    /// <summary>The sentence in all languages, on one line.</summary>
    public string Joined(string key, params string[] args) => Caption(key, args).Joined;

    /// <summary>A unit or another short word beside a number. Two languages share one spelling under the key with <c>.both</c>.</summary>
    public string Unit(string key) => Book.Say(languages[0], IsBilingual ? key + ".both" : key);

    /// <summary>
    /// A sentence of Core in all languages, a line each. A journal of a newer version may hold a key that is not known here: the record shows it raw,
    /// because a record that cannot be printed is worse than an odd line in it.
    /// </summary>
    public string Lines(Phrase phrase) => string.Join('\n', languages.Select(l => Phrasebook.Core.Keys(l).Contains(phrase.Key)
        ? Phrasebook.Core.Say(phrase, l)
        : string.Join(" · ", phrase.Args.Prepend(phrase.Key))).Distinct());

    public Caption Severity(Severity severity) => Caption(severity switch
    {
        Core.Findings.Severity.Error => "record.severity.error",
        Core.Findings.Severity.Warning => "record.severity.warning",
        _ => "record.severity.note",
    });
}
