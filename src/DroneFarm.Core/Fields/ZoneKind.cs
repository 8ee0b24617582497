namespace DroneFarm.Core.Fields;

/// <summary>What a <see cref="NoSprayZone"/> protects.</summary>
public enum ZoneKind
{
    Other,
    FishPond,
    House,
    NeighbourCrop,
    Water,
    Bees,
}
