using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim.Body;

/// <summary>A place or a step in the vehicle's own frame: metres east, north and up of the place where it was switched on.</summary>
internal readonly record struct Position3(double EastM, double NorthM, double UpM)
{
    public double LengthM => Math.Sqrt((EastM * EastM) + (NorthM * NorthM) + (UpM * UpM));

    public double HorizontalM => Math.Sqrt((EastM * EastM) + (NorthM * NorthM));

    public LocalPoint Ground => new(EastM, NorthM);

    public LocalVector Horizontal => new(EastM, NorthM);

    public double Dot(Position3 other) => (EastM * other.EastM) + (NorthM * other.NorthM) + (UpM * other.UpM);

    public static Position3 operator +(Position3 a, Position3 b) => new(a.EastM + b.EastM, a.NorthM + b.NorthM, a.UpM + b.UpM);

    public static Position3 operator -(Position3 a, Position3 b) => new(a.EastM - b.EastM, a.NorthM - b.NorthM, a.UpM - b.UpM);

    public static Position3 operator *(Position3 a, double factor) => new(a.EastM * factor, a.NorthM * factor, a.UpM * factor);
}
