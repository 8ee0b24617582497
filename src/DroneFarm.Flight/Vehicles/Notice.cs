using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Vehicles;

/// <summary>A line of text from the vehicle (STATUSTEXT, joined).</summary>
public readonly record struct Notice(MavSeverity Severity, string Text)
{
    /// <summary>Whether it announces that the vehicle took matters into its own hands (ArduCopter 4.6: events.cpp, fence.cpp, ekf_check.cpp).</summary>
    public bool IsFailsafe =>
        Text.Contains("failsafe", StringComparison.OrdinalIgnoreCase) && !Text.Contains("cleared", StringComparison.OrdinalIgnoreCase)
        || Text.Contains("fence", StringComparison.OrdinalIgnoreCase) && Text.Contains("breached", StringComparison.OrdinalIgnoreCase);
}
