using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>What tank, battery, pump and storage can hold, and whether the sortie's own sums are true.</summary>
internal static class SortieLimits
{
    /// <summary>Measured with BRD_SD_FENCE and BRD_SD_MISSION unset (ARDUPILOT.md point 12).</summary>
    private const int FenceItemLimit = 70, RallyPointLimit = 46;

    /// <summary>Plan files keep litres and lengths finely; a swath cut in parts adds a few roundings.</summary>
    private const double LitresTolerance = 0.005;

    /// <summary>Time models differ by a few per cent; the sortie's own may not promise much less than the check's.</summary>
    private const double ModelTolerance = 0.08;

    /// <summary>Promising more harms nobody, but this much more is no promise of the same flight.</summary>
    private const double MostOfOwn = 4;

    /// <summary>Power is known to some 4 % (hover time against mass): up to here over the usable energy is a warning, the reserve is still nearly whole.</summary>
    private const double EnergyTolerance = 0.04;

    /// <summary>The autopilot takes a speed as a 32-bit float in m/s and flies it in cm/s.</summary>
    private const double SpeedToleranceMps = 0.01;

    public static IEnumerable<Finding> Of(MissionFlight flight, FlightEnergy own, Sprayer sprayer)
    {
        var (sortie, number) = (flight.Sortie, flight.Number);
        if (own.Litres > sprayer.TankL + LitresTolerance)
            yield return Finding.Error("check.tank", number, Say.Fine(own.Litres), Say.Fine(sprayer.TankL));
        if (Math.Abs(own.Litres - sortie.Litres) > LitresTolerance + (0.001 * own.Litres))
            yield return Finding.Error("check.sum.litres", number, Say.Fine(sortie.Litres), Say.Fine(own.Litres));

        if (own.EnergyWh > sprayer.UsableWh * (1 + EnergyTolerance))
            yield return Finding.Error("check.energy", number, Say.Whole(own.EnergyWh), Say.Whole(sprayer.UsableWh));
        else if (own.EnergyWh > sprayer.UsableWh)
            yield return Finding.Warning("check.energy.tight", number, Say.Whole(own.EnergyWh), Say.Whole(sprayer.UsableWh));
        if (Differ(own.EnergyWh, sortie.EnergyWh))
            yield return Finding.Error("check.sum.energy", number, Say.Whole(sortie.EnergyWh), Say.Whole(own.EnergyWh));
        if (Differ(own.Duration.TotalSeconds, sortie.Duration.TotalSeconds))
            yield return Finding.Error("check.sum.duration", number, Say.Tenth(sortie.Duration.TotalMinutes), Say.Tenth(own.Duration.TotalMinutes));

        var mission = flight.Mission;
        if (mission.Items.Count + 1 > sprayer.MissionItemLimit)
            yield return Finding.Error("check.items", number, Say.Count(mission.Items.Count + 1), Say.Count(sprayer.MissionItemLimit));
        if (mission.Fence.Count > FenceItemLimit)
            yield return Finding.Error("check.fence.items", number, Say.Count(mission.Fence.Count), Say.Count(FenceItemLimit));
        if (mission.RallyPoints.Count > RallyPointLimit)
            yield return Finding.Error("check.rally.items", number, Say.Count(mission.RallyPoints.Count), Say.Count(RallyPointLimit));
    }

    /// <summary>Speed and flow on each sprayed line: the autopilot clamps the pump silently at its ends (ARDUPILOT.md point 2). The first line of each kind is told.</summary>
    public static IEnumerable<Finding> Pump(MissionFlight flight, IReadOnlyList<SprayedLine> lines, Plan plan) =>
        lines.Select(l => Pump(flight, l, plan)).OfType<Finding>().DistinctBy(f => f.Code);

    public static IEnumerable<Finding> Speed(MissionFlight flight, Sprayer sprayer, LocalFrame frame) =>
        flight.Segments.Where(s => s.SpeedMps is { } mps && (!(mps > 0) || mps > sprayer.MaxSpeedMps + 1e-6)).Take(1)
            .Select(s => Finding.Error("check.speed", flight.Number, Say.Count(s.Item), Say.Fine(s.SpeedMps!.Value), Say.Fine(sprayer.MaxSpeedMps))
                with { At = frame.ToGeo(s.From) });

    private static bool Differ(double own, double said) => !(own <= said * (1 + ModelTolerance)) || said > own * MostOfOwn;

    private static Finding? Pump(MissionFlight flight, SprayedLine line, Plan plan)
    {
        var item = Say.Count(line.Segment.Item);
        var at = plan.Farm.Frame.ToGeo(line.Start);
        if (line.Segment.SpeedMps is not { } speedMps) return Finding.Error("check.speed.unset", flight.Number, item) with { At = at };
        if (line.Segment.FlowLPerMinPerMps is null && speedMps > plan.Job.SpeedMps + SpeedToleranceMps)
            return Finding.Error("check.speed.spray", flight.Number, item, Say.Fine(speedMps), Say.Fine(plan.Job.SpeedMps)) with { At = at };
        var flowLPerMin = line.Segment.FlowLPerMinPerMps * speedMps ?? Dose.FlowLPerMin(plan.Job.RateLPerHa, line.WidthM, speedMps);
        var code = flowLPerMin > plan.Sprayer.PumpMaxFlowLPerMin * (1 + 1e-6) ? "check.pump.over"
            : flowLPerMin < plan.Sprayer.PumpMinFlowLPerMin * (1 - 1e-6) ? "check.pump.under" : null;
        var limit = code == "check.pump.over" ? plan.Sprayer.PumpMaxFlowLPerMin : plan.Sprayer.PumpMinFlowLPerMin;
        return code is null ? null : Finding.Error(code, flight.Number, item, Say.Fine(flowLPerMin), Say.Fine(limit)) with { At = at };
    }
}
