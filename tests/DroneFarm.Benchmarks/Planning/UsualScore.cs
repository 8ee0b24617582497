using System.Diagnostics;
using DroneFarm.Core.Planning.Usual;

namespace DroneFarm.Benchmarks.Planning;

/// <summary><c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- usual [SET …]</c>: how long the lawn-mower of <c>plan --compare</c> takes for a field, on one core, after a round to warm up.</summary>
internal static class UsualScore
{
    private const int Rounds = 5;

    public static void Run(string[] args)
    {
        foreach (var set in FieldSet.Named(args.Length > 0 ? args : ["nantong-10k"]))
        {
            if (set.Read() is not { } farm)
            {
                Console.WriteLine($"{set.Name}: not here");
                continue;
            }

            var (best, lines) = (double.PositiveInfinity, 0);
            for (var round = 0; round <= Rounds; round++)
            {
                var from = Stopwatch.GetTimestamp();
                lines = farm.Fields.Sum(f => UsualLines.Of(f.Boundary, 5).Count);
                if (round > 0) best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            Console.WriteLine($"{set.Name}: {farm.Fields.Count} fields, {lines} lines, {best / farm.Fields.Count:F4} ms a field");
        }
    }
}
