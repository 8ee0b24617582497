using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DroneFarm.Benchmarks.Flight;
using Perfolizer.Horology;

namespace DroneFarm.Benchmarks;

/// <summary>Run with <c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- --filter '*'</c>; what came out stands in docs/benchmarks.md. <c>-- vehicles [MINUTES]</c> runs fifty vehicles.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["vehicles", ..]) return await FiftyVehicles.RunAsync(args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 1);
        if (args is ["records", ..]) return await Records.RecordsScore.RunAsync(args[1..]);
        if (args is ["planner", ..]) Planning.PlannerScore.Run(args[1..]);
        else if (args is ["usual", ..]) Planning.UsualScore.Run(args[1..]);
        else if (args is ["district", ..]) Planning.DistrictScore.Run();
        else if (args is ["vertices", ..]) Planning.VertexScore.Run();
        else if (args is ["check", ..]) Planning.CheckScore.Run(args[1..]);
        else Measure(args);
        return 0;
    }

    private static void Measure(string[] args) =>
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumn(new MillionPerSecondColumn())
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(5).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(100))));
}
