using System.Runtime.CompilerServices;
using System.Text;
using DroneFarm.Core.Planning;
using DroneFarm.Reports;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Reports.Maps;

/// <summary>
/// The plan of the sample farm as it was last looked at and found good, as a picture and as text. A change of the planner shows here line by line:
/// <c>ACCEPT=1 dotnet test --project tests/DroneFarm.Tests.Reports</c> writes the new one, which is then looked at before it is committed.
/// </summary>
public sealed class GoldenPlanTests
{
    private static readonly Lazy<Plan> Sample = new(() => Planner.Plan(
        FarmFile.Read(Mission("farm.geojson")).Farm!, SprayerFile.Read(Mission("sprayer.json")).Sprayer!, JobFile.Read(Mission("job.json")).Job!, new PlanOptions()));

    [Fact]
    public void The_plan_of_the_sample_farm_reads_as_it_did() => Compare("plan.golden.txt", PlanText.Of(Sample.Value));

    [Fact]
    public void The_plan_of_the_sample_farm_looks_as_it_did() => Compare("plan.golden.svg", Svg(Sample.Value));

    [Fact]
    public void The_same_plan_is_drawn_in_the_same_bytes() => Svg(Sample.Value).ShouldBe(Svg(Sample.Value));

    private static string Svg(Plan plan)
    {
        using var svg = new MemoryStream();
        PlanMap.Svg(svg, plan, ReportOptions.Bilingual);
        return Encoding.UTF8.GetString(svg.ToArray());
    }

    private static void Compare(string name, string now)
    {
        var path = Mission(name);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(path, now);
        var (before, after) = (File.ReadAllText(path).Split('\n'), now.Split('\n'));
        var first = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        (first == before.Length && first == after.Length).ShouldBeTrue(
            $"{name} differs from line {first + 1} on: was '{before.ElementAtOrDefault(first)}', is '{after.ElementAtOrDefault(first)}'. Look at both, then ACCEPT=1.");
    }

    private static string Mission(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "missions", "gangzha-sample", file));
}
