namespace DroneFarm.Flight.Operations;

/// <summary>A script for the vehicle's own engine, as it ships with this program (firmware-sim/ardupilot).</summary>
public sealed record OnBoardScript(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Switches the sprayer off wherever spraying is not meant, and tells of itself.</summary>
    public static OnBoardScript Guard { get; } = Shipped("sprayer_guard.lua");

    /// <summary>Changes the application rate on the mission's messages (docs/decisions/0010).</summary>
    public static OnBoardScript Rate { get; } = Shipped("sprayer_rate.lua");

    private static OnBoardScript Shipped(string name)
    {
        using var stream = typeof(OnBoardScript).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new OnBoardScript(name, content.ToArray());
    }
}
