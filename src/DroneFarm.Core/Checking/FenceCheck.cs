using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>The whole flown line and the rally points lie inside the fence: the autopilot does not refuse a mission that breaks it (ARDUPILOT.md point 25).</summary>
internal static class FenceCheck
{
    public static IEnumerable<Finding> Of(MissionFlight flight, LocalFrame frame)
    {
        if (Fence.Read(flight.Mission.Fence, frame) is not { } fence)
        {
            yield return Finding.Error("check.fence.none", flight.Number);
            yield break;
        }

        if (flight.Segments.FirstOrDefault(s => !fence.Keeps(s.From, s.To)) is { } broken)
            yield return Finding.Error("check.fence.crossed", flight.Number, Say.Count(broken.Item)) with { At = frame.ToGeo(broken.From) };

        foreach (var rally in flight.Mission.RallyPoints)
        {
            if (rally.Place is { IsValid: true } place && frame.ToLocal(place) is var at && fence.Keeps(at, at)) continue;
            yield return Finding.Error("check.rally.outside", flight.Number) with { At = rally.Place };
            yield break;
        }
    }
}
