using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>A piece of a <see cref="Route"/>: a swath with the pump on or a transit with the pump off.</summary>
public abstract record Leg
{
    private protected Leg()
    {
    }

    /// <summary>The line to fly, at least two points.</summary>
    public abstract IReadOnlyList<LocalPoint> Path { get; }

    public LocalPoint From => Path[0];

    public LocalPoint To => Path[^1];

    public double LengthM => Path.Zip(Path.Skip(1), (a, b) => a.DistanceM(b)).Sum();
}
