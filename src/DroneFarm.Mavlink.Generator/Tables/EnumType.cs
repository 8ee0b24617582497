namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>An enum or a set of flags; several tables may add entries to it.</summary>
public sealed class EnumType(string name)
{
    public string Name { get; } = name;

    public bool IsFlags { get; set; }

    public string? Words { get; set; }

    public List<EnumEntry> Entries { get; } = [];
}
