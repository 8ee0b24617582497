namespace DroneFarm.Core.Planning;

/// <summary>Whether swaths are flown along the edges of a field.</summary>
public enum EdgePassChoice
{
    /// <summary>Along those edges where it costs less than the errors it saves.</summary>
    WhereItPays,

    /// <summary>Along every edge that is long enough.</summary>
    Always,

    Never,
}
