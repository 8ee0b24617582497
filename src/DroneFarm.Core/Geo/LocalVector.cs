namespace DroneFarm.Core.Geo;

/// <summary>A step in one <see cref="LocalFrame"/>, in metres east and north.</summary>
public readonly record struct LocalVector(double EastM, double NorthM)
{
    public double LengthM => Math.Sqrt((EastM * EastM) + (NorthM * NorthM));

    public static LocalVector operator +(LocalVector a, LocalVector b) => new(a.EastM + b.EastM, a.NorthM + b.NorthM);

    public static LocalVector operator -(LocalVector a, LocalVector b) => new(a.EastM - b.EastM, a.NorthM - b.NorthM);

    public static LocalVector operator -(LocalVector a) => new(-a.EastM, -a.NorthM);

    public static LocalVector operator *(LocalVector a, double factor) => new(a.EastM * factor, a.NorthM * factor);

    public static LocalVector operator /(LocalVector a, double divisor) => new(a.EastM / divisor, a.NorthM / divisor);

    /// <summary>The same direction with a length of one metre; the zero vector stays zero.</summary>
    public LocalVector Unit => LengthM is > 0 and var length ? this / length : this;

    /// <summary>Turned a quarter to the left (counter-clockwise).</summary>
    public LocalVector Left => new(-NorthM, EastM);

    // The generated one would print Unit and Left, and theirs.
    public override string ToString() => $"{EastM:0.###} m east, {NorthM:0.###} m north";

    public double Dot(LocalVector other) => (EastM * other.EastM) + (NorthM * other.NorthM);

    public double Cross(LocalVector other) => (EastM * other.NorthM) - (NorthM * other.EastM);

    /// <summary>How far a way turns that goes on in another direction, 0 to 180 degrees; 0 where either has no direction.</summary>
    public double TurnDeg(LocalVector next) => Math.Abs(Math.Atan2(Cross(next), Dot(next))) * 180 / Math.PI;

    public Heading Heading => Heading.FromDegrees(Math.Atan2(EastM, NorthM) * 180 / Math.PI);
}
