using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning;

/// <summary>How many aircraft share a job, and what keeps them apart.</summary>
/// <param name="SeparationM">Two aircraft in the air are at least this far apart over the ground, or <paramref name="LaneStepM"/> in height.</param>
/// <param name="LaneStepM">From one transit height to the next: each aircraft has its own, as many as fit under the legal height.</param>
public sealed record Fleet(int Drones = 1, double SeparationM = 20, double LaneStepM = 5)
{
    /// <summary>True height of agricultural drones in China. Source: 无人驾驶航空器飞行管理暂行条例 (2024-01-01), article 62 (8).</summary>
    private const double HighestM = 30;

    public static Fleet One { get; } = new();

    /// <summary>Numbers of its aircraft, from 1.</summary>
    public IReadOnlyList<int> Vehicles => [.. Enumerable.Range(1, Drones)];

    /// <summary>The job as one vehicle flies it, at its own transit height.</summary>
    /// <param name="vehicle">From 1.</param>
    public Job JobOf(Job job, int vehicle) => job with { TransitHeightM = job.TransitHeightM + ((vehicle - 1) % Lanes(job) * LaneStepM) };

    /// <summary>The job at the highest lane: what is in reach there is in reach of every vehicle.</summary>
    public Job HighestOf(Job job) => JobOf(job, Math.Min(Drones, Lanes(job)));

    private int Lanes(Job job) => LaneStepM > 0 ? Math.Max(1, 1 + (int)((HighestM - job.TransitHeightM) / LaneStepM)) : 1;
}
