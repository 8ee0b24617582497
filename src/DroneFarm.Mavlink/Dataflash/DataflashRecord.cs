namespace DroneFarm.Mavlink.Dataflash;

/// <summary>One record that lies in the log's bytes.</summary>
public readonly ref struct DataflashRecord(DataflashFormat format, ReadOnlySpan<byte> body)
{
    public DataflashFormat Format { get; } = format;

    /// <summary>Without the header.</summary>
    public ReadOnlySpan<byte> Body { get; } = body;
}
