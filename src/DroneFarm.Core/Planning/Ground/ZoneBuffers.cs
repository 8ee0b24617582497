using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>What a plan keeps free of spray around each no-spray zone, for maps: its fixed buffer, and the ground from which the planned wind would carry spray to it.</summary>
public static class ZoneBuffers
{
    /// <param name="job">With the height that is flown and the wind it is planned for.</param>
    /// <returns>Each zone with its own ground and all that is kept around it, in the farm's local frame, metres.</returns>
    public static IReadOnlyList<(NoSprayZone Zone, Geometry Kept)> Of(Farm farm, Job job)
    {
        var reach = Drift.Of(job) is { } drift ? new UpwindReach(drift, drift.DistanceM) : null;
        return [.. farm.Zones.Where(z => !z.Shape.IsEmpty).Select(z => (z, Around(z, reach)))];
    }

    private static Geometry Around(NoSprayZone zone, UpwindReach? reach)
    {
        var buffer = Surroundings.Grown(zone.Shape, zone.BufferM);
        return reach is null ? buffer : Areas.United([buffer, reach.Of(zone.Shape)]);
    }
}
