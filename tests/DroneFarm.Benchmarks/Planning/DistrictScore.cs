using System.Diagnostics;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Tests.Shared;
using NetTopologySuite.Geometries;

namespace DroneFarm.Benchmarks.Planning;

/// <summary>
/// <c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- district</c>: the made-up district of 10,000 paddies with its villages, ponds, poles and pylons,
/// from boundaries to missions and the exact check, on all cores; parts of it first, which shows how the cost grows.
/// </summary>
internal static class DistrictScore
{
    private static readonly int[] Parts = [625, 1250, 2500, 5000, 10_000];

    public static void Run()
    {
        var reading = Stopwatch.GetTimestamp();
        if (FieldSet.Named(["nantong-10k"]).Single().Read() is not { } whole || !File.Exists(FieldSet.Infrastructure))
        {
            Console.WriteLine("nantong-10k: not here");
            return;
        }

        var everywhere = GeometryFactory.Default.CreateGeometryCollection([.. whole.Fields.Select(f => f.Boundary)]).EnvelopeInternal;
        var (zones, obstacles) = District.Around(FieldSet.Infrastructure, whole.Frame, everywhere);
        Console.WriteLine($"read in {Stopwatch.GetElapsedTime(reading).TotalSeconds:F1} s: {whole.Fields.Count} fields, {zones.Count} zones, {obstacles.Count} obstacles");
        Console.WriteLine($"{"fields",8} {"ha",6} {"sorties",8} | {"plan s",7} {"processor s",12} | {"check s",8} {"processor s",12} | {"together s",10} {"working set MB",15} | passed, off target");
        foreach (var count in Parts.Prepend(Parts[0]))
        {
            // Neighbours, not every tenth: what lies far apart costs more ways.
            Print(whole with { Fields = [.. whole.Fields.OrderBy(f => f.Boundary.EnvelopeInternal.MinX).Take(count)], Zones = zones, Obstacles = obstacles });
        }
    }

    private static void Print(Farm farm)
    {
        var (from, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var plan = Planner.Plan(farm, PlannerScore.Sprayer, PlannerScore.Job, new PlanOptions());
        var (planned, plannedCpu) = (Stopwatch.GetElapsedTime(from), Environment.CpuUsage.TotalTime - cpu);
        (from, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var report = PlanCheck.Of(plan, new CheckOptions(Raster: false));
        var (check, checkCpu) = (Stopwatch.GetElapsedTime(from), Environment.CpuUsage.TotalTime - cpu);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{farm.Fields.Count,8} {farm.Fields.Sum(f => f.AreaM2) / 1e4,6:F0} {plan.Sorties.Count,8} | {planned.TotalSeconds,7:F2} {plannedCpu.TotalSeconds,12:F2} | {check.TotalSeconds,8:F2} {checkCpu.TotalSeconds,12:F2} | "
            + $"{(planned + check).TotalSeconds,10:F2} {self.PeakWorkingSet64 / 1e6,15:F0} | {report.Passed}, {report.OffTargetM2:F3} m2");
        foreach (var wrong in report.AllFindings.Where(f => f.Severity == Severity.Error).Take(5)) Console.WriteLine($"{"",8} {wrong.Say(Language.English)}");
    }
}
