using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim;

/// <summary>What one simulated vehicle is made with.</summary>
public sealed record SprayerOptions
{
    /// <summary>MAVLink system id (SYSID_THISMAV).</summary>
    public byte SystemId { get; init; } = 1;

    /// <summary>Where it stands when switched on.</summary>
    public required GeoPoint Home { get; init; }

    public Heading Heading { get; init; }

    /// <summary>Height of that place above mean sea level.</summary>
    public double HomeAltitudeM { get; init; } = 5;

    /// <summary>Heights of the ground on its card, above mean sea level, by place (APM/TERRAIN); null for an empty card. They change what it knows, not the ground it stands on.</summary>
    public Func<GeoPoint, double>? TerrainM { get; init; }

    public FirmwareRelease Release { get; init; }

    /// <summary>Parameters that differ from ArduCopter's defaults, by the name and in the unit of ArduCopter 4.6, whichever the release.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = SprayingParameters;

    /// <summary>Names of <see cref="OnBoardScripts"/> it carries; with any, SCR_ENABLE is 1.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    public BodyOptions Body { get; init; } = new();

    /// <summary>Of gusts and of anything else drawn by lot.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Parameters beyond the ones this vehicle knows, for tests of long lists (the real firmware has about 1,400).</summary>
    public int ExtraParameters { get; init; }

    /// <summary>Keep a note of every litre's place (<see cref="SimulatedSprayer.Sprayed"/>).</summary>
    public bool KeepSprayTrace { get; init; } = true;

    /// <summary>Begin every start with plain ASCII, as the serial port of the real firmware does (point 31).</summary>
    public bool AsciiBanner { get; init; } = true;

    /// <summary>A vehicle set up for spraying: pump on channel 9, spinner on 10, 10 % of pump output per m/s.</summary>
    public static IReadOnlyDictionary<string, double> SprayingParameters { get; } = new Dictionary<string, double>
    {
        ["SPRAY_ENABLE"] = 1,
        ["SPRAY_PUMP_RATE"] = 10,
        ["SPRAY_PUMP_MIN"] = 0,
        ["SPRAY_SPEED_MIN"] = 100,
        ["SERVO9_FUNCTION"] = 22,
        ["SERVO9_MIN"] = 1000,
        ["SERVO9_MAX"] = 2000,
        ["SERVO10_FUNCTION"] = 23,
        ["SERVO10_MIN"] = 1000,
        ["SERVO10_MAX"] = 2000,
        ["SIM_SPR_ENABLE"] = 1,
        ["SIM_SPR_PUMP"] = 9,
        ["SIM_SPR_SPIN"] = 10,
    };
}
