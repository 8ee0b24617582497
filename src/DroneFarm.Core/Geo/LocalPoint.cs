using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Geo;

/// <summary>A place in one <see cref="LocalFrame"/>, in metres east and north of its origin. Two points differ by a vector; points are not added.</summary>
public readonly record struct LocalPoint(double EastM, double NorthM)
{
    public static LocalVector operator -(LocalPoint to, LocalPoint from) => new(to.EastM - from.EastM, to.NorthM - from.NorthM);

    public static LocalPoint operator +(LocalPoint from, LocalVector step) => new(from.EastM + step.EastM, from.NorthM + step.NorthM);

    public static LocalPoint operator -(LocalPoint from, LocalVector step) => new(from.EastM - step.EastM, from.NorthM - step.NorthM);

    /// <summary>Distance to another point, metres.</summary>
    public double DistanceM(LocalPoint other) => (other - this).LengthM;

    /// <summary>The same place as a coordinate of the geometry library: X east, Y north, metres.</summary>
    public Coordinate ToCoordinate() => new(EastM, NorthM);

    public static LocalPoint From(Coordinate coordinate) => new(coordinate.X, coordinate.Y);
}
