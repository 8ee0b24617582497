namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>All tables together.</summary>
public sealed class Dialect
{
    private readonly Dictionary<string, EnumType> enums = new(StringComparer.Ordinal);

    public List<Message> Messages { get; } = [];

    public IEnumerable<EnumType> Enums => enums.Values.OrderBy(e => e.Name, StringComparer.Ordinal);

    /// <summary>The enum of that name, made when a table names it first.</summary>
    public EnumType Enum(string name)
    {
        if (!enums.TryGetValue(name, out var found)) enums[name] = found = new EnumType(name);
        return found;
    }

    public bool Knows(string enumName) => enums.ContainsKey(enumName);

    /// <summary>Bytes of an enum's underlying type: holds every value and the widest field that uses it.</summary>
    public int EnumSize(EnumType type)
    {
        var highest = type.Entries.Count == 0 ? 0 : type.Entries.Max(e => e.Value);
        var forValues = highest <= byte.MaxValue ? 1 : highest <= ushort.MaxValue ? 2 : highest <= uint.MaxValue ? 4 : 8;
        var forFields = Messages.SelectMany(m => m.Fields).Where(f => f.Facts.Enum == type.Name).Select(f => f.Type.ElementSize);
        return forFields.Append(forValues).Max();
    }
}
