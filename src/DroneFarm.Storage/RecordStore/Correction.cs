using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records;

namespace DroneFarm.Storage.RecordStore;

/// <summary>Makes the entry that stands in the place of another one: the old one stays, and both tell of each other.</summary>
public static class Correction
{
    /// <summary>Where a correction would be a forgery, or would move an entry to another field.</summary>
    private static readonly string[] Untouchable = ["job_id", "farm_name", "field_id", "boundary", "simulated", "made_up", "corrects", "reason", "corrected_by", "withdrawn", "record_fingerprint", "limits", "terms"];

    /// <param name="changes">Properties as the store's JSON names them, and their new values as text.</param>
    /// <param name="withdraw">Nothing stands in its place: it did not happen.</param>
    public static (FieldApplication? Corrected, IReadOnlyList<Finding> Findings) Of(
        StoredEntry wrong, IReadOnlyDictionary<string, string> changes, string reason, string by, bool withdraw = false)
    {
        if (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(by)) return (null, [Finding.Error("store.correct.why")]);
        if (changes.Count == 0 && !withdraw) return (null, [Finding.Error("store.correct.nothing")]);
        var body = JsonNode.Parse(wrong.Body)!.AsObject();
        foreach (var (property, text) in changes)
        {
            if (!body.ContainsKey(property) || Untouchable.Contains(property)) return (null, [Finding.Error("store.correct.property", property)]);
            var isNumber = body[property] is JsonValue value && value.GetValueKind() == JsonValueKind.Number;
            if (!isNumber) body[property] = text;
            else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) body[property] = number;
            else return (null, [Finding.Error("store.correct.value", property, text)]);
        }

        (body["corrects"], body["reason"], body["corrected_by"], body["withdrawn"]) = (wrong.Hash, reason, by, withdraw);
        try
        {
            return (EntryJson.Read(body.ToJsonString()), []);
        }
        catch (JsonException e)
        {
            return (null, [Finding.Error("store.correct.value", string.Join(", ", changes.Keys), e.Message)]);
        }
    }
}
