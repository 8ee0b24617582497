namespace DroneFarm.Station.Access;

/// <summary>What somebody at a screen may do; each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Has not shown a pass phrase yet.</summary>
    Nobody,

    /// <summary>Sees all and changes nothing.</summary>
    Viewer,

    /// <summary>Draws, plans and keeps records.</summary>
    Operator,

    /// <summary>May take control and command vehicles.</summary>
    Pilot,
}
