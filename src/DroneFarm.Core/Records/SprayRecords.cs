using System.Globalization;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records.Countries;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records;

/// <summary>Writes the record of a job from its plan, its journal and what was applied.</summary>
public static class SprayRecords
{
    /// <param name="vehicleName">As people know the aircraft: its registration or its name on the link. Left out, or no more than the sprayer's name, its numbers in the journal.</param>
    public static SprayRecord Of(
        Plan plan, FlightLog log, AsApplied applied, IReadOnlyList<Weather> weather, string vehicleName = "", bool simulated = false)
    {
        var findings = new List<Finding>(Facts.Of(plan));
        var (from, to) = Time(log, applied);
        findings.AddRange(LabelFindings.Of(plan, from));
        var tanks = TankBalance.Of(log, applied.Litres);
        findings.AddRange(TankFindings.Of(tanks));
        if (applied.Passes.Count == 0) findings.Add(Finding.Error("records.nothing-sprayed"));
        else findings.AddRange(WeatherFindings.Of(weather, plan.Job.WeatherLimits, from, to));

        var totals = Totals(plan, log, applied);
        if (!log.Complete) findings.Add(Finding.Error("records.flight-incomplete", $"{totals.SortiesFlown}", $"{totals.SortiesPlanned}"));
        findings.AddRange(GroundFindings.Of(applied, plan.Farm.Frame));
        return new SprayRecord(
            plan.Farm.Name, plan.Farm.MadeUp, plan.Job, plan.Sprayer.Name, NameOf(vehicleName, plan, log), from, to, weather, applied.Fields, totals, simulated, findings) { Tanks = tanks };
    }

    private static string NameOf(string vehicleName, Plan plan, FlightLog log)
    {
        if (vehicleName.Length > 0 && vehicleName != plan.Sprayer.Name) return vehicleName;
        var numbers = string.Join(' ', log.Track.Select(p => p.Vehicle.SystemId).Distinct().Order().Select(id => string.Create(CultureInfo.InvariantCulture, $"#{id}")));
        return numbers.Length > 0 ? numbers : vehicleName;
    }

    /// <summary>From the first drop to the last; of a flight without a drop, from its first report to its last.</summary>
    private static (DateTimeOffset From, DateTimeOffset To) Time(FlightLog log, AsApplied applied)
    {
        if (applied.Passes.Count > 0) return (applied.Passes.Min(p => p.From), applied.Passes.Max(p => p.To));
        var moments = log.Track.Select(p => p.At).Concat(log.Events.Select(e => e.At)).DefaultIfEmpty().ToList();
        return (moments.Min(), moments.Max());
    }

    private static RecordTotals Totals(Plan plan, FlightLog log, AsApplied applied)
    {
        var lines = FlownLine.Of(log, plan.Farm.Frame);
        return new RecordTotals(
            plan.Sorties.Count,
            log.Events.Where(e => e.Kind == FlightEventKind.SortieDone).Select(e => e.SortieNumber).Distinct().Count(),
            applied.Fields.Sum(f => f.PlannedM2),
            applied.Fields.Sum(f => f.SprayedM2),
            applied.Missed.Area,
            applied.Doubled.Area,
            applied.OffTarget.Area,
            plan.Sorties.Sum(s => s.Litres),
            applied.Litres,
            plan.Sorties.Sum(s => s.LengthM),
            lines.Sum(l => l.LengthM),
            plan.Sorties.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Duration),
            lines.Aggregate(TimeSpan.Zero, (sum, l) => sum + l.AirTime));
    }
}
