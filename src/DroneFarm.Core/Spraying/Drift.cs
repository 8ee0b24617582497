using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Spraying;

/// <summary>What the planned wind does to the spray of a job: how far and whereto it is carried.</summary>
/// <param name="DistanceM">As far as spray is carried, and so what is kept from no-spray zones that lie downwind.</param>
/// <param name="EdgeM">What is kept from the field's own edge where the wind leaves it for foreign ground.</param>
/// <param name="NeighbourGapM">A field of the same farm this near beyond an edge is no foreign ground.</param>
/// <param name="Towards">The way the wind goes, a unit vector.</param>
/// <param name="HalfSectorRad">The wind may turn so far to each side; one degree at least and a quarter turn at most.</param>
public sealed record Drift(double DistanceM, double EdgeM, double NeighbourGapM, LocalVector Towards, double HalfSectorRad)
{
    /// <summary>Null when no wind is planned, or nothing is known of the product's drift: then only the fixed buffers are kept.</summary>
    public static Drift? Of(Job job)
    {
        if (job.Wind is not { SpeedMps: > 0 } wind || job.Product.DriftProfile is not { } profile) return null;
        var distanceM = profile.DistanceM(job.HeightM, wind.SpeedMps);
        var fromRad = wind.FromDeg * Math.PI / 180;
        return new Drift(
            distanceM,
            distanceM * profile.EdgeShare,
            profile.NeighbourGapM,
            new LocalVector(-Math.Sin(fromRad), -Math.Cos(fromRad)),
            Math.Clamp(profile.SectorHalfDeg, 1, 90) * Math.PI / 180);
    }
}
