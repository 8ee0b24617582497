using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>A job that names the file of its rates.</summary>
public sealed class JobPrescriptionTests
{
    private static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8));

    [Fact]
    public void The_file_is_looked_for_from_the_job_s_folder_wherever_the_program_runs()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("rates"));
        File.Copy(Repository.Sample("prescription.geojson"), Path.Combine(folder.File("rates"), "map.geojson"));
        var job = Written(folder, "\"prescription\": \"rates/map.geojson\"");
        job.Findings.ShouldBeEmpty();
        var named = job.Prescription.ShouldNotBeNull();
        Path.IsPathFullyQualified(named.Path).ShouldBeTrue();
        var read = PrescriptionFile.Read(named, Frame);
        var direct = PrescriptionFile.Read(Repository.Sample("prescription.geojson"), Frame).Prescription.ShouldNotBeNull();
        read.Prescription.ShouldNotBeNull().Zones.Select(z => z.RateLPerHa).ShouldBe(direct.Zones.Select(z => z.RateLPerHa));
    }

    [Fact]
    public void A_file_that_is_not_there_names_the_job_the_line_and_the_property()
    {
        using var folder = new TemporaryFolder();
        var read = PrescriptionFile.Read(Written(folder, "\"prescription\": \"rates.geojson\"").Prescription.ShouldNotBeNull(), Frame);
        read.Prescription.ShouldBeNull();
        var finding = read.Findings.ShouldHaveSingleItem();
        finding.Say(Language.English).ShouldBe("job.json, line 3: prescription names rates.geojson, and there is no such file. A name begins at the folder of job.json.");
        finding.Say(Language.Chinese).ShouldStartWith("job.json 第 3 行");
    }

    [Fact]
    public void A_file_that_is_no_good_names_itself_and_its_own_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("rates.geojson"), File.ReadAllText(Repository.Sample("prescription.geojson")).Replace("\"rate_l_per_mu\"", "\"rate\"", StringComparison.Ordinal));
        var read = PrescriptionFile.Read(Written(folder, "\"prescription\": \"rates.geojson\"").Prescription.ShouldNotBeNull(), Frame);
        read.Prescription.ShouldBeNull();
        read.Findings[0].Say(Language.English).ShouldMatch("^rates.geojson, line [0-9]+: zone .+ must have exactly one of");
    }

    [Theory]
    [InlineData("\"prescription\": 7", "job.json, line 3: prescription must be a text in quotes.")]
    [InlineData("\"prescription\": \" \"", "job.json, line 3: prescription is blank.")]
    [InlineData("\"prescripton\": \"rates.geojson\"", "job.json, line 3: prescripton is not a property of this file. Is prescription meant?")]
    public void What_is_no_name_of_a_file_is_refused_with_the_job(string property, string sentence)
    {
        using var folder = new TemporaryFolder();
        var read = Written(folder, property);
        read.Job.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);
    }

    private static JobRead Written(TemporaryFolder folder, string property)
    {
        var text = File.ReadAllText(Repository.Sample("job.json")).Replace("  \"name\": \"水稻", $"  {property},\n  \"name\": \"水稻", StringComparison.Ordinal);
        text.ShouldContain(property);
        File.WriteAllText(folder.File("job.json"), text);
        return JobFile.Read(folder.File("job.json"));
    }
}
