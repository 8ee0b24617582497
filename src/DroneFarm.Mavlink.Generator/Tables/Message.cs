namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>One message: its facts from the table and what follows from them.</summary>
public sealed class Message(string name, uint id, string? superseded, string? words, string path, int line)
{
    public string Name { get; } = name;

    public uint Id { get; } = id;

    public string? Superseded { get; } = superseded;

    public string? Words { get; } = words;

    /// <summary>Where the table names it.</summary>
    public (string Path, int Line) Place { get; } = (path, line);

    /// <summary>In the order of the definition.</summary>
    public List<Field> Fields { get; } = [];

    /// <summary>As sent: larger elements first, equal ones as defined, extensions untouched at the end. Source: mavlink.io, "Field reordering".</summary>
    public IEnumerable<Field> WireOrder =>
        Fields.Where(f => !f.IsExtension).OrderByDescending(f => f.Type.ElementSize).Concat(Fields.Where(f => f.IsExtension));

    public int MinLength => Fields.Where(f => !f.IsExtension).Sum(f => f.Type.Size);

    public int MaxLength => Fields.Sum(f => f.Type.Size);
}
