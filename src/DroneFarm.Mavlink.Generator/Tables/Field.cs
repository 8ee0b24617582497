namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>One field of a message, as its line in the table says.</summary>
public sealed class Field(string name, WireType type, bool isExtension, FieldFacts facts)
{
    /// <summary>The name on the wire, such as <c>time_boot_ms</c>.</summary>
    public string Name { get; } = name;

    public WireType Type { get; } = type;

    /// <summary>MAVLink 2 only, behind the other fields, not part of CRC_EXTRA.</summary>
    public bool IsExtension { get; } = isExtension;

    public FieldFacts Facts { get; } = facts;
}
