using System.Diagnostics;
using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Benchmarks.Planning;

/// <summary>
/// <c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- planner [SET …] [--missed S] [--doubled S] [--edges never|always]</c>:
/// coverage of each field alone, from headland to ordered swaths, on one core: what it leaves dry and wets twice, how long it is flown, how long it takes to plan.
/// </summary>
internal static class PlannerScore
{
    public static readonly Sprayer Sprayer = new(
        "5 m", TankL: 30, SwathWidthM: 5, PumpMinFlowLPerMin: 1, PumpMaxFlowLPerMin: 7.2, EmptyMassKg: 36, BatteryWh: 1600, ReserveFraction: 0.25,
        HoverWattsPerKg15: 20, MaxSpeedMps: 7, AccelerationMps2: 2.5, ClimbMps: 2.5, DescentMps: 1.5, TurnRateDegPerS: 60, MissionItemLimit: 650, Sources: []);

    public static readonly Job Job = new(
        "score", "score", new Product("p", "a", "r", 1, "L", ""), RateLPerHa: 22.5, HeightM: 3, SpeedMps: 5, TransitHeightM: 15, TransitSpeedMps: 7,
        DriftMarginM: 0, "rice", "weeds", "pilot", new WeatherLimits(3.3, 12, 30, 40));

    public static void Run(string[] args)
    {
        var options = new PlanOptions();
        var sets = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--missed") options = options with { MissedPriceSPerM2 = Number(args[++i]) };
            else if (args[i] == "--doubled") options = options with { DoubledPriceSPerM2 = Number(args[++i]) };
            else if (args[i] == "--edges") options = options with { EdgePass = Enum.Parse<EdgePassChoice>(args[++i], ignoreCase: true) };
            else sets.Add(args[i]);
        }

        Console.WriteLine($"{"set",-26} fields none  missed% doubled%  out%   sum% |  F2C  grid | s/ha   /F2C | turns/ha idle m/ha | ms mean   p95    max | <90%");
        foreach (var set in FieldSet.Named(sets))
        {
            if (set.Read() is { } farm) Print(set, [.. farm.Fields.Select(f => Of(f, farm, options))]);
            else Console.WriteLine($"{set.Name}: not here");
        }
    }

    private static FieldScore Of(Field field, Farm farm, PlanOptions options)
    {
        var terms = JobTerms.Of(Sprayer, Job, options);
        var around = new Surroundings(farm, Job);
        var from = Stopwatch.GetTimestamp();
        var draft = FieldStage.Of(field, around, terms, null, options, farm.Frame);
        var swaths = draft.IsRefused ? [] : draft.Swaths(0);
        var ms = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        return FieldScore.Of(field.Boundary, swaths, ms);
    }

    private static void Print(FieldSet set, List<FieldScore> scores)
    {
        double areaM2 = scores.Sum(s => s.AreaM2), ha = areaM2 / 10_000;
        string Share(double m2) => $"{100 * m2 / areaM2,6:F2}";
        var flown = scores.Sum(s => s.FlightS) / ha;
        var ms = scores.Skip(scores.Count / 20).Select(s => s.Ms).Order().ToList();
        Console.WriteLine(
            $"{set.Name,-26} {scores.Count,6} {scores.Count(s => s.SprayedM == 0),4}  {Share(scores.Sum(s => s.AreaM2 - s.CoveredM2))}  {Share(scores.Sum(s => s.DoubledM2))} "
            + $"{Share(scores.Sum(s => s.OutsideM2))} {Share(scores.Sum(s => s.Errors))} | {set.Fields2CoverErrors,4} {set.GridErrors,5} | {flown,5:F1} {flown / set.Fields2CoverS,5:F3} | "
            + $"{scores.Sum(s => s.Turns) / ha,6:F1} {scores.Sum(s => s.IdleM) / ha,8:F0} | {ms.Average(),7:F3} {ms[(int)(0.95 * (ms.Count - 1))],6:F2} {ms[^1],7:F1} | "
            + $"{scores.Count(s => s.CoveredM2 < 0.9 * s.AreaM2),4}");
        Console.WriteLine($"{"",-26} of its fields: {Spread("missed %", s => 100 * (s.AreaM2 - s.CoveredM2) / s.AreaM2)}; {Spread("doubled %", s => 100 * s.DoubledM2 / s.AreaM2)}; {Spread("flight s/ha", s => s.FlightS / s.AreaM2 * 1e4)}");

        string Spread(string what, Func<FieldScore, double> of)
        {
            var laid = scores.Where(s => s.SprayedM > 0).Select(of).Order().ToList();
            return $"{what} mean {laid.Average():F2}, 95 % {laid[(int)(0.95 * (laid.Count - 1))]:F2}";
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
