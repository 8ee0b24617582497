using System.Globalization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations.Parameters;

namespace DroneFarm.Flight.Operations;

/// <summary>The vehicle's parameters for a job: the pump's law, the failsafes that jump to DO_LAND_START, fence and RTL height.</summary>
/// <param name="Settings">In the order they are set: SPRAY_ENABLE first, since the others hide behind it (ARDUPILOT.md point 29).</param>
/// <param name="Refusals">Why this job must not be flown with this pump; nothing is set when there are any.</param>
public sealed record SprayPreset(IReadOnlyList<ParameterSetting> Settings, IReadOnlyList<Phrase> Refusals)
{
    private const float JumpToLandStart = 6; // FS_GCS_ENABLE, FS_THR_ENABLE and BATT_FS_*_ACT alike (ARDUPILOT.md point 33)
    private const float CornerCm = 100; // a corner into a long way is cut by up to this radius with the pump on (docs/ardupilot.md, point 7)
    private const float HoldNose = 0; // the mission turns it, swath by swath; otherwise the boom swings in every corner
    private const float FenceAltitudeAndPolygons = 5; // FENCE_TYPE bits 0 and 2
    private const float FenceRtl = 1;
    private const float PumpFunction = 22;
    private const double LeastSpeedMps = 0.3;
    private const double UsualSpeedMinMps = 1; // ArduPilot's own default

    private static ParameterSetting[] Failsafes => [new("FS_GCS_ENABLE", JumpToLandStart), new("FS_THR_ENABLE", JumpToLandStart), new("BATT_FS_LOW_ACT", JumpToLandStart)];

    /// <summary>What any vehicle needs to be set up for spraying, whatever the job: the rest comes with a plan.</summary>
    public static SprayPreset Spraying { get; } = new([new("SPRAY_ENABLE", 1), .. Failsafes, new("FENCE_ACTION", FenceRtl)], []);

    /// <summary>
    /// Output % = speed x SPRAY_PUMP_RATE, so that flow follows ground speed and the dose stays. Below the pump's least flow the output is held there, and
    /// below the speed that needs the least flow the pump stops, but never at 0: with SPRAY_PUMP_MIN it would run on the ground (ARDUPILOT.md points 2 and 4).
    /// </summary>
    /// <param name="sortie">Its swaths may be fitted narrower than the sprayer's widest; the pump's law takes their mean, so that the litres of the sortie hold.</param>
    public static SprayPreset For(Sprayer sprayer, Job job, PumpCalibration pump, Sortie sortie)
    {
        var flowPerMps = Dose.FlowLPerMin(job.RateLPerHa, MeanSwathWidthM(sprayer, sortie), 1);
        var ratePercent = 100 * flowPerMps / pump.FlowAtMaxLPerMin;
        var minPercent = Math.Floor(100 * sprayer.PumpMinFlowLPerMin / pump.FlowAtMaxLPerMin);
        var speedMinMps = Math.Clamp(sprayer.PumpMinFlowLPerMin / flowPerMps, LeastSpeedMps, UsualSpeedMinMps);
        List<ParameterSetting> settings =
        [
            new("SPRAY_ENABLE", 1),
            new("SPRAY_PUMP_RATE", (float)ratePercent),
            new("SPRAY_PUMP_MIN", (float)minPercent),
            new("SPRAY_SPEED_MIN", (float)Math.Round(100 * speedMinMps)),
            new($"SERVO{pump.Channel}_FUNCTION", PumpFunction, Change: false),
            new($"SERVO{pump.Channel}_MIN", pump.ServoMinUs, Change: false),
            new($"SERVO{pump.Channel}_MAX", pump.ServoMaxUs, Change: false),
            // A mission's speed is forgotten in another mode (ARDUPILOT.md point 18), and RTL has one of its own: without these some aircraft come home at 10 m/s.
            new("WPNAV_SPEED", (float)Math.Round(100 * job.SpeedMps)),
            new("RTL_SPEED", (float)Math.Round(100 * job.TransitSpeedMps)),
            new("RTL_ALT", (float)Math.Round(100 * job.TransitHeightM)),
            .. OverTerrain(job),
            new("WP_YAW_BEHAVIOR", HoldNose),
            new("WPNAV_RADIUS", CornerCm),
            .. Failsafes,
            new("FENCE_TYPE", FenceAltitudeAndPolygons),
            new("FENCE_ACTION", FenceRtl),
            new("FENCE_ENABLE", 1),
            .. RateScript(pump, sortie),
        ];
        return new SprayPreset(settings, [.. Refuse(job, pump, ratePercent), .. RefuseDangerous(settings)]);
    }

    /// <summary>
    /// A sortie whose rate changes needs the on-board script that hears its messages, and which alone has this parameter: a vehicle without the script is
    /// silent about it, and the sortie is refused before it can fly all rates as one (docs/decisions/0010).
    /// </summary>
    private static IEnumerable<ParameterSetting> RateScript(PumpCalibration pump, Sortie sortie) =>
        sortie.SprayLegs.Any(l => l.Swath.Dose is not null) ? [new("DFR_FULL_LPM", (float)pump.FlowAtMaxLPerMin)] : [];

    /// <summary>Waypoints over the terrain take the rangefinder's word before the map's, and the way home stays over home, where terrain data could be missing.</summary>
    private static IEnumerable<ParameterSetting> OverTerrain(Job job) =>
        job.HeightDatum == AltitudeDatum.Terrain ? [new("WPNAV_RFND_USE", 1), new("RTL_ALT_TYPE", 0)] : [];

    /// <summary>Combinations that no vehicle should have, whoever wrote them.</summary>
    public static IEnumerable<Phrase> RefuseDangerous(IReadOnlyList<ParameterSetting> settings)
    {
        float Of(string name) => settings.FirstOrDefault(s => s.Name == name)?.Value ?? 0;
        if (Of("SPRAY_PUMP_MIN") > 0 && Of("SPRAY_SPEED_MIN") <= 0) yield return Phrase.Of("flight.preset.pump-on-ground");
    }

    private static double MeanSwathWidthM(Sprayer sprayer, Sortie sortie) =>
        sortie.SprayedM is > 0 and var sprayedM ? sortie.SprayLegs.Sum(l => l.LengthM * l.Swath.WidthM) / sprayedM : sprayer.SwathWidthM;

    private static IEnumerable<Phrase> Refuse(Job job, PumpCalibration pump, double ratePercent)
    {
        var wanted = job.SpeedMps * ratePercent / 100 * pump.FlowAtMaxLPerMin;
        if (wanted > pump.FlowAtMaxLPerMin * 1.001) yield return Phrase.Of("flight.preset.pump-too-small", Say(wanted), Say(pump.FlowAtMaxLPerMin));
        if (ratePercent > 100) yield return Phrase.Of("flight.preset.rate-over-100", Say(ratePercent));
    }

    private static string Say(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
