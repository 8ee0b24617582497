using System.Globalization;
using System.Text;
using DroneFarm.Core.Records;
using Parquet;
using Parquet.Schema;

namespace DroneFarm.Storage.RecordStore;

/// <summary>Applications as a table for other programs: CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Chinese) and Parquet, the same columns in both.</summary>
public static class ApplicationTable
{
    private static readonly (string Name, Func<FieldApplication, string> Value)[] Texts =
    [
        ("job_id", a => a.JobId), ("farm", a => a.FarmName), ("field_id", a => a.FieldId), ("field_name", a => a.FieldName), ("crop", a => a.Crop), ("crop_eppo", a => a.Terms?.CropEppo ?? ""),
        ("target", a => a.Target), ("product", a => a.ProductName), ("active_ingredient", a => a.ActiveIngredient), ("registration_number", a => a.RegistrationNumber), ("producer", a => a.Producer),
        ("resistance_groups", a => string.Join(' ', a.Limits?.ResistanceGroups ?? [])), ("dose_unit", a => a.DoseUnit), ("operator", a => a.Operator), ("licence", a => a.Terms?.Applicator?.Licence ?? ""),
        ("drone", a => a.Drone), ("weather_source", a => a.WeatherSource), ("record_complete", a => a.IsComplete ? "true" : "false"), ("simulated", a => a.Simulated ? "true" : "false"),
        ("corrects", a => a.Corrects), ("reason", a => a.Reason),
    ];

    private static readonly (string Name, Func<FieldApplication, DateTimeOffset> Value)[] Moments = [("from_utc", a => a.From), ("to_utc", a => a.To)];

    private static readonly (string Name, Func<FieldApplication, double?> Value)[] Numbers =
    [
        ("area_m2", a => a.AreaM2), ("planned_m2", a => a.PlannedM2), ("sprayed_m2", a => a.SprayedM2), ("doubled_m2", a => a.DoubledM2), ("missed_m2", a => a.MissedM2), ("litres", a => a.Litres),
        ("rate_l_per_ha", a => a.RateLPerHa), ("dose_per_ha", a => a.DosePerHa), ("product_amount", a => a.ProductAmount), ("crop_stage_bbch", a => a.Terms?.CropStageBbch), ("wind_mps", a => a.WindMps),
        ("temperature_c", a => a.TemperatureC), ("humidity_pct", a => a.HumidityPct),
    ];

    public static void WriteCsv(TextWriter csv, IEnumerable<FieldApplication> applications)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentNullException.ThrowIfNull(applications);
        csv.Write(string.Join(',', Texts.Select(t => t.Name).Concat(Moments.Select(m => m.Name)).Concat(Numbers.Select(n => n.Name))) + "\r\n");
        var line = new StringBuilder();
        foreach (var a in applications)
        {
            line.Clear();
            foreach (var text in Texts) line.Append(Quoted(text.Value(a))).Append(',');
            foreach (var moment in Moments) line.Append(moment.Value(a).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture)).Append(',');
            foreach (var number in Numbers) line.Append(number.Value(a)?.ToString("0.######", CultureInfo.InvariantCulture)).Append(',');
            line.Length--;
            csv.Write(line.Append("\r\n").ToString());
        }
    }

    public static async Task WriteParquetAsync(Stream parquet, IReadOnlyList<FieldApplication> applications)
    {
        var texts = Texts.Select(t => new DataField(t.Name, typeof(string), isNullable: false)).ToList();
        var moments = Moments.Select(m => new DataField(m.Name, typeof(DateTime), isNullable: false)).ToList();
        var numbers = Numbers.Select(n => new DataField(n.Name, typeof(double), isNullable: true)).ToList();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. texts, .. moments, .. numbers]), parquet);
        await using (writer.ConfigureAwait(false))
        {
            using var rows = writer.CreateRowGroup();
            for (var i = 0; i < texts.Count; i++) await rows.WriteAsync(texts[i], [.. applications.Select(Texts[i].Value)]);
            for (var i = 0; i < moments.Count; i++) await rows.WriteAsync<DateTime>(moments[i], applications.Select(a => Moments[i].Value(a).UtcDateTime).ToArray().AsMemory());
            for (var i = 0; i < numbers.Count; i++) await rows.WriteAsync<double>(numbers[i], applications.Select(a => Numbers[i].Value(a)).ToArray().AsMemory());
        }
    }

    /// <summary>A cell that begins like a formula gets a quote before it: a spreadsheet must not run what somebody typed as a name.</summary>
    private static string Quoted(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0])) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
