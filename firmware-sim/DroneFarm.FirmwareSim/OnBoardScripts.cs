namespace DroneFarm.FirmwareSim;

/// <summary>The scripts of firmware-sim/ardupilot, for vehicles that carry them from the start: <see cref="SprayerOptions.Scripts"/>.</summary>
public static class OnBoardScripts
{
    /// <summary>Switches the sprayer off wherever spraying is not meant.</summary>
    public const string Guard = "sprayer_guard.lua";

    /// <summary>Changes the application rate on the mission's messages.</summary>
    public const string Rate = "sprayer_rate.lua";

    internal static byte[] Content(string name)
    {
        using var stream = typeof(OnBoardScripts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
