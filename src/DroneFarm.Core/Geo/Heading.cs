namespace DroneFarm.Core.Geo;

/// <summary>A direction over ground, degrees clockwise from true north, always in [0, 360). The default is north.</summary>
public readonly record struct Heading
{
    private Heading(double degrees) => Degrees = degrees;

    public double Degrees { get; }

    public static Heading FromDegrees(double degrees)
    {
        var turned = degrees % 360;
        if (turned < 0) turned += 360;
        // A hair west of north comes to 360 by rounding, which is north.
        return new Heading(turned < 360 ? turned : 0);
    }

    /// <summary>The step of one metre in this direction.</summary>
    public LocalVector ToVector()
    {
        var rad = Degrees * Math.PI / 180;
        return new LocalVector(Math.Sin(rad), Math.Cos(rad));
    }

    public Heading Reversed => FromDegrees(Degrees + 180);

    // The generated one would print Reversed, whose Reversed it would print.
    public override string ToString() => $"{Degrees:0.##}°";
}
