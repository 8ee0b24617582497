using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>A planned wind in a job, and how far its product drifts, in the job or beside it.</summary>
public sealed class WindFileTests
{
    [Fact]
    public void The_sample_in_wind_keeps_what_one_trial_measured()
    {
        var read = JobFile.Read(Repository.Sample("job-wind.json"));
        read.Findings.ShouldBeEmpty();
        var job = read.Job.ShouldNotBeNull();
        job.Wind.ShouldNotBeNull().FromDeg.ShouldBe(135);
        var profile = job.Product.DriftProfile.ShouldNotBeNull();
        ((double[])[profile.DistanceM(1, 2), profile.DistanceM(2, 2), profile.DistanceM(3, 2)]).ShouldBe([12.1, 15.8, 18.6]);
        profile.Source.ShouldContain("assumed");
    }

    [Fact]
    public void The_sample_without_wind_says_nothing_of_wind_or_drift()
    {
        var job = JobFile.Read(Repository.Sample("job.json")).Job!;
        (job.Wind, job.Product.DriftProfile).ShouldBe((null, null));
    }

    [Fact]
    public void A_plan_in_wind_passes_the_check_also_when_read_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var job = JobFile.Read(Repository.Sample("job-wind.json")).Job!;
        var plan = Planner.Plan(FarmFile.Read(Repository.Sample("farm.geojson")).Farm!, SprayerFile.Read(Repository.Sample("sprayer.json")).Sprayer!, job, new PlanOptions());
        PlanFile.Write(folder.File("plan.json"), plan);
        var back = PlanFile.Read(folder.File("plan.json")).Plan.ShouldNotBeNull();
        back.Job.ShouldBe(job);
        PlanCheck.Of(back).AllFindings.Where(f => f.Severity == Severity.Error).Select(f => f.Say(Language.English)).ShouldBeEmpty();
        PlanCheck.Of(back with { Job = job with { Wind = job.Wind! with { FromDeg = 315 } } }).Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_profile_may_stand_in_the_job_itself()
    {
        var inside = File.ReadAllText(Repository.Sample("drift.json"));
        var read = JobFile.Read(Repository.Text(Wind().Replace("\"drift.json\"", inside, StringComparison.Ordinal)), "j.json");
        read.Findings.ShouldBeEmpty();
        read.Job!.Product.DriftProfile.ShouldBe(JobFile.Read(Repository.Sample("job-wind.json")).Job!.Product.DriftProfile);
    }

    [Theory]
    [InlineData("    \"drift_profile\": \"drift.json\",\n", "", "j.json, line 18: wind is planned for, but how far the product drifts is not said. Give it a product.drift_profile")]
    [InlineData("\"drift.json\"", "\"other.json\"", "other.json: there is no such file.")]
    [InlineData("\"height_m\": 3,", "\"height_m\": 3.5,", "j.json, line 14: height_m is 3.5 m, and the product's drift profile ends at 3 m.")]
    [InlineData("\"speed_mps\": 2.5", "\"speed_mps\": 0", "j.json, line 19: wind.speed_mps is 0; it must be 0.1 to 20.")]
    [InlineData("\"from_deg\": 135", "\"from_deg\": 400", "j.json, line 19: wind.from_deg is 400; it must be 0 to 360.")]
    [InlineData("\"from_deg\": 135, ", "", "j.json, line 19: wind.from_deg is missing.")]
    [InlineData("\"from_deg\": 135", "\"from_deg\": 135, \"gust\": 4", "j.json, line 19: wind.gust is not a property of this file.")]
    public void A_wind_that_cannot_be_planned_for_names_the_place(string there, string instead, string sentence)
    {
        var text = Wind();
        text.ShouldContain(there);
        var folder = Path.GetDirectoryName(Repository.Sample("drift.json"))!;
        var read = JobFile.Read(Repository.Text(text.Replace(there, instead, StringComparison.Ordinal)), "j.json", folder);
        read.Job.ShouldBeNull();
        var finding = read.Findings.ShouldHaveSingleItem();
        finding.Say(Language.English).ShouldContain(sentence);
        finding.Say(Language.Chinese).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_wind_over_the_job_s_limit_is_a_warning()
    {
        var read = JobFile.Read(Repository.Text(Wind().Replace("\"speed_mps\": 2.5", "\"speed_mps\": 5", StringComparison.Ordinal)), "j.json", Path.GetDirectoryName(Repository.Sample("drift.json"))!);
        read.Job.ShouldNotBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("j.json: the planned wind of 5 m/s is over the limit of 3.3 m/s in which the job may be sprayed.");
    }

    [Theory]
    [InlineData("\"height_m\": 2,", "\"height_m\": 1,", "drift.json, line 4: distances[1].height_m is not above the height before it.")]
    [InlineData("\"distance_m\": 15.8", "\"distance_m\": 11", "drift.json, line 4: distances[1].distance_m is shorter than at the height below it.")]
    [InlineData("\"sector_half_deg\": 30", "\"sector_half_deg\": 120", "drift.json, line 10: sector_half_deg is 120; it must be 1 to 90.")]
    [InlineData("  \"edge_share\": 0.25,\n", "", "drift.json, line 1: edge_share is missing.")]
    [InlineData("\"source\": \"", "\"source\": \"\", \"note\": \"", "drift.json, line 13: source is blank.")]
    public void A_wrong_profile_names_its_own_file_and_line(string there, string instead, string sentence)
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Repository.Sample("drift.json"));
        text.ShouldContain(there);
        File.WriteAllText(folder.File("drift.json"), text.Replace(there, instead, StringComparison.Ordinal));
        File.Copy(Repository.Sample("job-wind.json"), folder.File("job.json"));
        var read = JobFile.Read(folder.File("job.json"));
        read.Job.ShouldBeNull();
        read.Findings[0].Say(Language.English).ShouldBe(sentence);
    }

    private static string Wind() => File.ReadAllText(Repository.Sample("job-wind.json"));
}
