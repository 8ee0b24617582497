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

    /// <summary>Product and water leave the nozzles mixed: where litres or dose are corrected and the amount of product is not named, the amount follows in proportion, and a note says so.</summary>
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
            else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return (null, [Finding.Error("store.correct.value", property, text)]);
            else if (CorrectionRange.Of(property) is var range && !range.Holds(number)) return (null, [Finding.Error("store.correct.range", property, text, Text(range.Least), $"{Text(range.Most)} {range.Unit}".TrimEnd())]);
            else body[property] = number;
        }

        (body["corrects"], body["reason"], body["corrected_by"], body["withdrawn"]) = (wrong.Hash, reason, by, withdraw);
        try
        {
            var corrected = EntryJson.Read(body.ToJsonString());
            if (corrected.To < corrected.From) return (null, [Finding.Error("store.correct.times")]);
            return changes.ContainsKey("product_amount") ? (corrected, []) : Follow(wrong.Application, corrected);
        }
        catch (JsonException e)
        {
            return (null, [Finding.Error("store.correct.value", string.Join(", ", changes.Keys), e.Message)]);
        }
    }

    private static (FieldApplication? Corrected, IReadOnlyList<Finding> Findings) Follow(FieldApplication wrong, FieldApplication corrected)
    {
        if (corrected.Litres == wrong.Litres && corrected.DosePerHa == wrong.DosePerHa && corrected.DoseUnit == wrong.DoseUnit) return (corrected, []);
        // Nothing to be in proportion to; or the old number is of another unit.
        if (wrong.Litres * wrong.DosePerHa <= 0 || corrected.DoseUnit != wrong.DoseUnit) return (null, [Finding.Error("store.correct.amount")]);
        var amount = wrong.ProductAmount * (corrected.Litres / wrong.Litres) * (corrected.DosePerHa / wrong.DosePerHa);
        return (corrected with { ProductAmount = amount }, [Finding.Note("store.correct.amount-follows", Text(Math.Round(wrong.ProductAmount, 3)), Text(Math.Round(amount, 3)), corrected.DoseUnit)]);
    }

    private static string Text(double number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);
}
