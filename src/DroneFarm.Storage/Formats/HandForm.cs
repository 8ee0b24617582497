using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// A small JSON file written by a person, read property by property. Whatever is missing, unknown, of the wrong kind or out of range
/// becomes an error that names the file, the line and the path, all of them in one go. After an error the returned values mean nothing.
/// </summary>
internal sealed class HandForm
{
    private readonly JsonInput input;
    private readonly List<Finding> findings;
    private readonly Dictionary<string, HandValue> values = [];
    private readonly HashSet<string> known = [];

    public HandForm(JsonInput input, List<Finding> findings)
    {
        this.input = input;
        this.findings = findings;
        var reader = new Utf8JsonReader(input.Bytes, JsonInput.Options);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) Flatten(ref reader, "");
        else findings.Add(Finding.Error("file.not-object", input.Name));
    }

    public bool Has(string path) => values.ContainsKey(path);

    public string Text(string path, bool mayBeMissing = false)
    {
        if (Find(path, mayBeMissing) is not { } value) return "";
        if (value.Kind == JsonTokenType.String && (mayBeMissing || !string.IsNullOrWhiteSpace(value.Text))) return value.Text.Trim();
        Fail(value.Kind == JsonTokenType.String ? "file.property.blank" : "file.property.no-text", value, path);
        return "";
    }

    /// <summary>The file that a property names; null when it is left out, or no good text.</summary>
    /// <param name="folder">Where the name begins.</param>
    public NamedFile? Named(string path, string folder)
    {
        known.Add(path);
        return Has(path) && Text(path) is { Length: > 0 } said
            ? new NamedFile(Path.Combine(folder, said), said, input.Name, input.LineOf(values[path].Offset), path)
            : null;
    }

    /// <summary>True or false; false when it is left out.</summary>
    public bool Flag(string path)
    {
        if (Find(path, mayBeMissing: true) is not { } value) return false;
        if (value.Kind is not (JsonTokenType.True or JsonTokenType.False)) Fail("file.property.no-flag", value, path);
        return value.Kind == JsonTokenType.True;
    }

    /// <summary>Whether a property is a text in quotes, where it may also be an object.</summary>
    public bool IsText(string path) => values.TryGetValue(path, out var value) && value.Kind == JsonTokenType.String;

    /// <summary>How many things a list holds; each is then asked for as <c>path[0]</c> and so on.</summary>
    public int Items(string path)
    {
        if (Find(path, mayBeMissing: false) is not { } list) return 0;
        if (list.Kind != JsonTokenType.StartArray) Fail("file.property.no-list", list, path);
        var count = 0;
        while (values.ContainsKey($"{path}[{count}]")) count++;
        return count;
    }

    /// <summary>A list of strings; may be missing.</summary>
    public IReadOnlyList<string> Texts(string path)
    {
        if (Find(path, mayBeMissing: true) is not { } list) return [];
        var texts = new List<string>();
        for (var i = 0; values.TryGetValue($"{path}[{i}]", out var item); i++)
        {
            known.Add($"{path}[{i}]");
            if (item.Kind == JsonTokenType.String) texts.Add(item.Text);
            else Fail("file.property.no-text", item, $"{path}[{i}]");
        }

        if (list.Kind != JsonTokenType.StartArray) Fail("file.property.no-list", list, path);
        return texts;
    }

    /// <summary>How many items a list has; 0 when it is missing, which <paramref name="mayBeMissing"/> allows, or no list.</summary>
    public int Count(string path, bool mayBeMissing = false)
    {
        if (Find(path, mayBeMissing) is not { } list) return 0;
        if (list.Kind != JsonTokenType.StartArray) Fail("file.property.no-list", list, path);
        var count = 0;
        while (Has($"{path}[{count}]")) count++;
        return count;
    }

    public IReadOnlyList<double> Numbers(string path, double minimum, double maximum) =>
        [.. Enumerable.Range(0, Count(path)).Select(i => Number($"{path}[{i}]", minimum, maximum))];

    /// <param name="missing">What is meant when the property is left out.</param>
    public double Number(string path, double minimum, double maximum, double missing)
    {
        known.Add(path);
        return Has(path) ? Number(path, minimum, maximum) : missing;
    }

    public double Number(string path, double minimum, double maximum)
    {
        if (Find(path, mayBeMissing: false) is not { } value) return double.NaN;
        if (value.Kind != JsonTokenType.Number) Fail("file.property.no-number", value, path);
        else if (double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && !(number >= minimum && number <= maximum))
        {
            Fail("file.property.range", value, path, value.Text, Say(minimum), Say(maximum));
        }
        else return number;
        return double.NaN;
    }

    /// <summary>The same quantity in one of several units: exactly one of the properties must be there.</summary>
    /// <param name="units">Property and the factor to the unit of the result.</param>
    /// <param name="minimum">In the unit of the result, as is <paramref name="maximum"/>.</param>
    public double NumberIn(double minimum, double maximum, params ReadOnlySpan<(string Path, double Factor)> units)
    {
        var given = new List<(string Path, double Factor)>();
        var all = new List<string>();
        foreach (var unit in units)
        {
            known.Add(unit.Path);
            all.Add(unit.Path);
            if (Has(unit.Path)) given.Add(unit);
        }

        if (given is [var only]) return Number(only.Path, minimum / only.Factor, maximum / only.Factor) * only.Factor;
        var offset = given.Count == 0 ? ParentOffset(all[0]) : values[given[1].Path].Offset;
        findings.Add(Finding.Error(given.Count == 0 ? "file.property.none-of" : "file.property.two-of", input.Name, input.LineOf(offset), string.Join(", ", all)));
        return double.NaN;
    }

    /// <summary>Refuses what was never asked for: a misspelt limit must not silently be no limit.</summary>
    public void Close()
    {
        foreach (var (path, value) in values.Where(v => !known.Contains(v.Key) && !known.Any(k => k.StartsWith(v.Key + ".", StringComparison.Ordinal))))
        {
            if (values.Keys.Any(parent => parent != path && !known.Contains(parent) && IsBelow(path, parent) && !known.Any(k => IsBelow(k, parent)))) continue;
            var near = Spelling.Nearest(path, known.Where(k => !values.ContainsKey(k)));
            Fail(near is null ? "file.property.unknown" : "file.property.misspelt", value, path, near ?? "");
        }
    }

    public void Fail(string code, string path, params string[] args) => Fail(code, values[path], path, args);

    private static bool IsBelow(string path, string parent) =>
        path.Length > parent.Length && path.StartsWith(parent, StringComparison.Ordinal) && path[parent.Length] is '.' or '[';

    private HandValue? Find(string path, bool mayBeMissing)
    {
        known.Add(path);
        if (values.TryGetValue(path, out var value) && (value.Kind != JsonTokenType.Null || !mayBeMissing)) return value;
        if (value is null && !mayBeMissing) findings.Add(Finding.Error("file.property.missing", input.Name, input.LineOf(ParentOffset(path)), path));
        return value?.Kind == JsonTokenType.Null && mayBeMissing ? null : value;
    }

    private long ParentOffset(string path) =>
        path.LastIndexOf('.') is > 0 and var dot && values.TryGetValue(path[..dot], out var parent) ? parent.Offset : 0;

    private void Fail(string code, HandValue value, string path, params string[] args) =>
        findings.Add(Finding.Error(code, [input.Name, input.LineOf(value.Offset), path, .. args]));

    private void Flatten(ref Utf8JsonReader reader, string path)
    {
        var isList = reader.TokenType == JsonTokenType.StartArray;
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var below = $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (!isList)
            {
                below = path.Length == 0 ? reader.GetString()! : $"{path}.{reader.GetString()}";
                reader.Read();
            }

            var kind = reader.TokenType;
            var text = kind switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                _ => "",
            };
            var value = new HandValue(kind, text, reader.TokenStartIndex);
            if (!values.TryAdd(below, value)) Fail("file.property.twice", value, below);
            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray) Flatten(ref reader, below);
        }
    }

    private static string Say(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
