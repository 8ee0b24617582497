using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Station.Plans;

/// <summary>The choices that a planner leaves to people; left out, it decides.</summary>
/// <param name="DirectionDeg">Of all swaths, clockwise from north.</param>
/// <param name="AbLine">Two places, longitude first, degrees: all swaths lie along the line from one to the other.</param>
/// <param name="AcrossWind">All swaths lie across the wind that the job is planned for.</param>
/// <param name="AlongRows">Fields whose rows have a direction are sprayed along it.</param>
/// <param name="Drones">Aircraft that share the job.</param>
/// <param name="FullCover">Missed ground is so dear that next to none is left.</param>
public sealed record PlanWishes(
    double? DirectionDeg = null, double[][]? AbLine = null, bool AcrossWind = false, EdgePassChoice EdgePass = EdgePassChoice.WhereItPays, bool AlongRows = false, int Drones = 1, bool FullCover = false)
{
    private const double DearMissedSPerM2 = 4;

    /// <summary>Nearer ends than this say no direction, metres.</summary>
    private const double ShortestLineM = 0.5;

    /// <param name="frame">Of the farm: what is straight between two places depends on it.</param>
    /// <param name="wind">The job's.</param>
    /// <returns>Null, and an error among the findings, when the direction is none.</returns>
    public PlanOptions? OptionsFor(LocalFrame frame, PlannedWind? wind, List<Finding> findings)
    {
        var before = findings.Count;
        var direction = DirectionOf(frame, wind, findings);
        return findings.Count > before ? null : new PlanOptions(
            Direction: direction,
            EdgePass: EdgePass,
            AlongRows: AlongRows,
            MissedPriceSPerM2: FullCover ? DearMissedSPerM2 : null,
            Fleet: Drones > 1 ? new Fleet(Math.Min(Drones, 20)) : null);
    }

    private Heading? DirectionOf(LocalFrame frame, PlannedWind? wind, List<Finding> findings)
    {
        if (new[] { DirectionDeg is not null, AbLine is not null, AcrossWind }.Count(given => given) > 1) findings.Add(Finding.Error("plan.direction.two"));
        if (DirectionDeg is { } degrees) return Heading.FromDegrees(degrees);
        if (AbLine is not null) return LineOf(AbLine, frame, findings);
        if (AcrossWind && wind is null) findings.Add(Finding.Error("plan.direction.no-wind"));
        return AcrossWind && wind is not null ? Heading.FromDegrees(wind.FromDeg + 90) : null;
    }

    private static Heading? LineOf(double[][] line, LocalFrame frame, List<Finding> findings)
    {
        if (line is [[var lonA, var latA], [var lonB, var latB]]
            && new GeoPoint(LatitudeDeg: latA, LongitudeDeg: lonA) is { IsValid: true } a && new GeoPoint(LatitudeDeg: latB, LongitudeDeg: lonB) is { IsValid: true } b
            && frame.ToLocal(b) - frame.ToLocal(a) is { LengthM: >= ShortestLineM } along)
        {
            return along.Heading;
        }

        findings.Add(Finding.Error("plan.direction.line"));
        return null;
    }
}
