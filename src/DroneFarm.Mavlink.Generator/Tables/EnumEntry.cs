namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>One named value, for a command with what its parameters mean.</summary>
public sealed class EnumEntry(string name, ulong value, string? superseded, string? words)
{
    public string Name { get; } = name;

    public ulong Value { get; } = value;

    public string? Superseded { get; } = superseded;

    public string? Words { get; } = words;

    /// <summary>Number and facts of each parameter that means something.</summary>
    public List<(int Number, FieldFacts Facts)> Parameters { get; } = [];
}
