using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.FirmwareSim.Autopilot;

/// <summary>What a flight controller remembers over a reboot or a power cut.</summary>
internal sealed class CopterMemory
{
    private Copter? copter;
    private int missionCapacity = 650, fenceVertices = 70;

    public CopterMemory(ParameterTable parameters, int serial, Func<GeoPoint, double>? terrainCard)
    {
        Terrain = new TerrainGrid(terrainCard);
        Serial = (ulong)(uint)serial;
        Parameters = parameters;
        Mission = new MissionStore(
            home: () => copter?.HomeItem() ?? default,
            isFlown: () => copter is { Armed: true, Runner.State: RunState.Running },
            capacity: () => missionCapacity);
        Fence = new FenceStore(() => fenceVertices);
    }

    /// <summary>The number that tells one vehicle from another (AUTOPILOT_VERSION.uid).</summary>
    public ulong Serial { get; }

    public ParameterTable Parameters { get; }

    public MissionStore Mission { get; }

    public FenceStore Fence { get; }

    public RallyStore Rally { get; } = new();

    public TerrainGrid Terrain { get; }

    /// <summary>Files written to the vehicle by MAVFTP, by path.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Logs on board, the first one numbered 1.</summary>
    public List<byte[]> Logs { get; } = [];

    /// <summary>The log being written.</summary>
    public List<byte> OpenLog { get; } = [];

    /// <summary>Puts what was written so far among the logs on board; nothing when nothing was.</summary>
    public void CloseLog()
    {
        if (OpenLog.Count > 0) Logs.Add([.. OpenLog]);
        OpenLog.Clear();
    }

    /// <summary>A start: only now do the BRD_SD_* settings count (point 12).</summary>
    public void Attach(Copter started)
    {
        copter = started;
        CloseLog();
        missionCapacity = Parameters["BRD_SD_MISSION"] is > 0 and var sd ? (int)(sd * 1024 / 15) : 650;
        fenceVertices = Parameters["BRD_SD_FENCE"] > 0 ? 2_000 : 70;
        Parameters.Set("STAT_BOOTCNT", Parameters["STAT_BOOTCNT"] + 1);
    }
}
