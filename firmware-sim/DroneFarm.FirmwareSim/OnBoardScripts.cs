namespace DroneFarm.FirmwareSim;

/// <summary>The scripts of firmware-sim/ardupilot, for vehicles that carry them from the start (SCR_ENABLE 1).</summary>
public static class OnBoardScripts
{
    private const string Rate = "sprayer_rate.lua";

    /// <summary>Puts the script that changes the application rate where the firmware looks for it; call before the vehicle's first second.</summary>
    public static void PutSprayerRate(this SimulatedSprayer sprayer)
    {
        using var stream = typeof(OnBoardScripts).Assembly.GetManifestResourceStream(Rate) ?? throw new InvalidOperationException($"{Rate} is not embedded");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        sprayer.PutFile($"/APM/scripts/{Rate}", content.ToArray());
    }
}
