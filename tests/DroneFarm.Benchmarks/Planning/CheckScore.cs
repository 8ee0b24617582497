using System.Diagnostics;
using DroneFarm.Core.Checking;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Benchmarks.Planning;

/// <summary><c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- check PLAN.json …</c>: how long the exact check and the raster take, the first time and warm.</summary>
internal static class CheckScore
{
    public static void Run(string[] paths)
    {
        foreach (var path in paths)
        {
            if (PlanFile.Read(path).Plan is not { } plan)
            {
                Console.WriteLine($"{path}: no plan");
                continue;
            }

            foreach (var (name, options) in new[] { ("exact", new CheckOptions(Raster: false)), ("exact, warm", new(Raster: false)), ("exact and raster", new(Raster: true)), ("exact, one thread", new(Raster: false, Threads: 1)) })
            {
                var (from, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
                var report = PlanCheck.Of(plan, options);
                Console.WriteLine(
                    $"{name,-18} {plan.Fields.Count} fields, {plan.Missions.Count} missions: {Stopwatch.GetElapsedTime(from).TotalSeconds:F2} s, "
                    + $"{(GC.GetTotalAllocatedBytes() - allocated) / 1e6:F0} MB allocated, passed {report.Passed}");
            }
        }
    }
}
