namespace DroneFarm.Core.Findings;

/// <summary>How much a <see cref="Finding"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing: something was repaired or chosen.</summary>
    Note,

    /// <summary>The work goes on, with less than was asked for.</summary>
    Warning,

    /// <summary>What the finding is about cannot be flown or accepted.</summary>
    Error,
}
