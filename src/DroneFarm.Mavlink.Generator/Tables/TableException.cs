namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>A line of a table that says nothing sensible; becomes a build error at that place.</summary>
public sealed class TableException(string path, int line, string message) : Exception(message)
{
    public string Path { get; } = path;

    /// <summary>Counted from one.</summary>
    public int Line { get; } = line;
}
