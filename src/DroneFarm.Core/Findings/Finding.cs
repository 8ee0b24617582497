using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;

namespace DroneFarm.Core.Findings;

/// <summary>What is wrong or worth knowing, where, and what would help: a value, never an exception.</summary>
/// <param name="Text">Its key is also the finding's code.</param>
/// <param name="FieldId">The field it is about; null when it is about the whole farm, sprayer or job.</param>
/// <param name="At">The place on the map, where there is one.</param>
public sealed record Finding(Severity Severity, Phrase Text, string? FieldId = null, GeoPoint? At = null)
{
    public string Code => Text.Key;

    public string Say(Language language) => Phrasebook.Core.Say(Text, language);

    public static Finding Note(string code, params string[] args) => new(Severity.Note, Phrase.Of(code, args));

    public static Finding Warning(string code, params string[] args) => new(Severity.Warning, Phrase.Of(code, args));

    public static Finding Error(string code, params string[] args) => new(Severity.Error, Phrase.Of(code, args));
}
