using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>The last two reports of the pump's output, and the two between which it switched last, laid beside places by the vehicle's own clock.</summary>
internal sealed class PumpReports(PumpCalibration pump)
{
    /// <summary>Reports come at 10 Hz; one that the vehicle made this much before or after a place says nothing about the flow there.</summary>
    private static readonly TimeSpan IsFresh = TimeSpan.FromSeconds(0.5);

    private ServoOutputs? earlier;
    private ServoOutputs? latest;
    private (ServoOutputs Last, ServoOutputs First)? switched;

    public void Add(ServoOutputs report)
    {
        if (latest is not null && IsOn(latest) != IsOn(report)) switched = (latest, report);
        (earlier, latest) = (latest, report);
    }

    /// <summary>Whether one more report may come that is nearer to a place than those known. Where none came lately, none is waited for.</summary>
    /// <param name="uptimeMs">When the place was, by the vehicle's clock.</param>
    public bool MayComeNearer(uint uptimeMs) => latest?.Before(uptimeMs) is { } before && before > TimeSpan.Zero && before <= IsFresh;

    /// <summary>By the report nearest in time; null when none is near enough to tell.</summary>
    public double? FlowLPerMin(uint uptimeMs)
    {
        var nearest = earlier is null || latest is null || latest.Before(uptimeMs).Duration() <= earlier.Before(uptimeMs).Duration() ? latest : earlier;
        return nearest is not null && nearest.Before(uptimeMs).Duration() <= IsFresh ? pump.FlowLPerMin(nearest.PulseUs(pump.Channel)) : null;
    }

    /// <summary>How long before a place the pump switched last: half-way between two reports, which is within 0.05 s. Null when it did not, or they lie too far apart.</summary>
    public TimeSpan? SwitchedBefore(uint uptimeMs)
    {
        if (switched is not var (last, first)) return null;
        var (from, to) = (last.Before(uptimeMs), first.Before(uptimeMs));
        return from - to <= IsFresh ? (from + to) / 2 : null;
    }

    private bool IsOn(ServoOutputs report) => pump.IsOn(report.PulseUs(pump.Channel));
}
