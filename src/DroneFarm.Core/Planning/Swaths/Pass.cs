using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A straight line to spray, before it has its number and its direction of flight.</summary>
internal readonly record struct Pass(LocalPoint Start, LocalPoint End)
{
    public double LengthM => Start.DistanceM(End);

    public Pass Reversed => new(End, Start);
}
