namespace DroneFarm.Core.Planning;

/// <summary>Where a <see cref="Swath"/> lies.</summary>
public enum SwathKind
{
    /// <summary>Across the mainland, parallel to its neighbours.</summary>
    Mainland,

    /// <summary>Along the edge of the field or of a hole, in the headland.</summary>
    EdgePass,
}
