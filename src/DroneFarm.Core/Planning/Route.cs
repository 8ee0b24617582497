namespace DroneFarm.Core.Planning;

/// <summary>The swaths of a whole job in flying order and direction, with the transits between them; not yet cut by tank and battery.</summary>
public sealed record Route(IReadOnlyList<Leg> Legs)
{
    public static Route Empty { get; } = new([]);

    public double SprayedM => Legs.OfType<SprayLeg>().Sum(l => l.LengthM);

    public double TransitM => Legs.OfType<TransitLeg>().Sum(l => l.LengthM);
}
