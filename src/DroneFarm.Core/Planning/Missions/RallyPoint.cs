using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>Where a fence breach ends (ARDUPILOT.md point 25): the refill point, at transit height.</summary>
internal static class RallyPoint
{
    public static MissionItem Of(Sortie sortie, LocalFrame frame, Job job) =>
        new(MissionCommand.RallyPoint, Place: MissionWriter.Stored(frame.ToGeo(sortie.To.Place)), HeightM: job.TransitHeightM);
}
