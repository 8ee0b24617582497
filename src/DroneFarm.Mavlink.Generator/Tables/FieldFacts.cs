namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>What a line says beside type and name: unit, enum, the value for "unknown", range, and our words.</summary>
public sealed class FieldFacts
{
    public string? Unit { get; private set; }

    public string? Enum { get; private set; }

    public string? Words { get; private set; }

    /// <summary>What is left, for the docstring: "unknown: -1", "0..100".</summary>
    public List<string> Notes { get; } = [];

    /// <returns>null when an attribute is not known.</returns>
    public static FieldFacts? Parse(string attributes, string? words)
    {
        var facts = new FieldFacts { Words = words };
        foreach (var word in attributes.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '[') facts.Unit = word.Trim('[', ']');
            else if (word[0] == '{') facts.Enum = word.Trim('{', '}');
            else if (word.StartsWith("unknown=", StringComparison.Ordinal)) facts.Notes.Add("unknown: " + word.Substring(8));
            else if (word.StartsWith("scale=", StringComparison.Ordinal)) facts.Notes.Add("times " + word.Substring(6));
            else if (word.Contains("..")) facts.Notes.Add(word);
            else if (word == "instance") facts.Notes.Add("tells instances apart");
            else return null;
        }

        return facts;
    }

    /// <summary>Unit, words and notes for the docstring; the enum too where no type shows it.</summary>
    public string ToSentence(bool nameEnum)
    {
        List<string> parts = [];
        if (Unit is not null) parts.Add($"[{Unit}]");
        if (Words is not null) parts.Add(Words);
        if (nameEnum && Enum is not null) parts.Add($"a {Names.OfType(Enum)}");
        parts.AddRange(Notes);
        return string.Join("; ", parts).Replace("]; ", "] ");
    }
}
