using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Values of mission items that no leg needs and that change a flight all the same: a delay at a waypoint, a radius, a yaw, the kind of a speed.
/// And the places of take-off and landing, which are the sortie's refill points.
/// </summary>
internal static class ItemValues
{
    public static IEnumerable<Finding> Of(MissionFlight flight, Job job, LocalFrame frame)
    {
        foreach (var finding in Datums(flight, job.HeightDatum ?? AltitudeDatum.Home)) yield return finding;
        var items = flight.Mission.Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (IsAsNeeded(items[i], flight.Sortie, frame)) continue;
            yield return Finding.Error("check.mission.value", flight.Number, Say.Count(i + 1)) with { At = items[i].Place };
            yield break;
        }

        var rally = flight.Mission.RallyPoints;
        if (rally.Any(r => r is not { Param1: 0, Param2: 0, Param3: 0, Param4: 0 }) || flight.Mission.Fence.Any(f => f is not { Param2: 0, Param3: 0, Param4: 0, HeightM: 0 }))
            yield return Finding.Error("check.mission.fence-value", flight.Number);
    }

    /// <summary>The same number over another ground is another height: waypoints are over what the job says, all else over home.</summary>
    private static IEnumerable<Finding> Datums(MissionFlight flight, AltitudeDatum wanted)
    {
        foreach (var (i, item) in flight.Mission.Items.Concat(flight.Mission.Fence).Concat(flight.Mission.RallyPoints).Index())
        {
            var needed = item.Command == MissionCommand.Waypoint ? wanted : AltitudeDatum.Home;
            if (item.Datum == needed) continue;
            yield return Finding.Error("check.mission.datum", flight.Number, Say.Count(i + 1), $"{item.Datum}", $"{needed}") with { At = item.Place };
            yield break;
        }
    }

    private static bool IsAsNeeded(MissionItem item, Sortie sortie, LocalFrame frame) => item switch
    {
        { Command: MissionCommand.ChangeSpeed } => item is { Param1: 0 or 1, Param3: 0 or -1, Param4: 0, HeightM: 0, Place: null },
        { Command: MissionCommand.Sprayer } => item is { Param2: 0, Param3: 0, Param4: 0, HeightM: 0, Place: null },
        { Command: MissionCommand.ScriptMessage } => item is { Param1: MissionItem.SprayRateMessage, Param3: 0, Param4: 0, HeightM: 0, Place: null } && sortie.SprayLegs.Any(l => l.Swath.Dose is not null),
        { Command: MissionCommand.Yaw } => item is { Param1: >= 0 and < 360, Param2: 0, Param3: 0, Param4: 0, HeightM: 0, Place: null },
        { Command: MissionCommand.Takeoff } => HasNoParameters(item) && IsAt(item.Place, sortie.From.Place, frame),
        { Command: MissionCommand.LandStart } => HasNoParameters(item) && IsAt(item.Place, sortie.To.Place, frame),
        { Command: MissionCommand.ReturnToLaunch } => HasNoParameters(item) && item is { Place: null, HeightM: 0 },
        // A second's stand, which a swath is begun from.
        { Command: MissionCommand.Waypoint } => item is { Param1: 0 or 1, Param2: 0, Param3: 0, Param4: 0 },
        _ => HasNoParameters(item),
    };

    private static bool HasNoParameters(MissionItem item) => item is { Param1: 0, Param2: 0, Param3: 0, Param4: 0 };

    private static bool IsAt(GeoPoint? place, LocalPoint wanted, LocalFrame frame) =>
        place is not { IsValid: true } given || given == default || frame.ToLocal(given).DistanceM(wanted) <= SortieMatch.WireM;
}
