using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

public sealed class HandFileTests
{
    [Fact]
    public void The_sample_sprayer_is_read_whole()
    {
        var read = SprayerFile.Read(Repository.Sample("sprayer.json"));
        read.Findings.ShouldBeEmpty();
        var sprayer = read.Sprayer.ShouldNotBeNull();
        (sprayer.TankL, sprayer.SwathWidthM, sprayer.EmptyMassKg, sprayer.BatteryWh, sprayer.MissionItemLimit).ShouldBe((30, 5, 36.6, 1502, 650));
        sprayer.Sources.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void The_hover_power_of_the_sample_meets_both_published_hover_times_within_4_percent()
    {
        var sprayer = SprayerFile.Read(Repository.Sample("sprayer.json")).Sprayer!;
        (sprayer.BatteryWh / sprayer.PowerW(0) * 60).ShouldBe(20.5, 20.5 * 0.04);
        (sprayer.BatteryWh / sprayer.PowerW(66.5 - 36.6) * 60).ShouldBe(7.8, 7.8 * 0.04);
    }

    [Fact]
    public void The_sample_job_asks_for_one_and_a_half_litres_per_mu()
    {
        var read = JobFile.Read(Repository.Sample("job.json"));
        read.Findings.ShouldBeEmpty();
        var job = read.Job.ShouldNotBeNull();
        job.RateLPerHa.ShouldBe(22.5);
        job.Product.DosePerHa.ShouldBe(1.2, 1e-12);
        job.Product.DoseUnit.ShouldBe("L");
        job.Product.RegistrationNumber.ShouldContain("MADE-UP");
        (job.WeatherLimits.MaxWindMps, job.WeatherLimits.MinTemperatureC, job.WeatherLimits.MaxTemperatureC, job.WeatherLimits.MinHumidityPct).ShouldBe((3.3, 12, 30, 40));
    }

    [Theory]
    [InlineData("  \"tank_l\": 30,\n", "", "s.json, line 1: tank_l is missing.")]
    [InlineData("\"tank_l\": 30", "\"tank_l\": \"30\"", "s.json, line 3: tank_l must be a number without quotes.")]
    [InlineData("\"tank_l\": 30", "\"tank_l\": 3000", "s.json, line 3: tank_l is 3000; it must be 0.5 to 500.")]
    [InlineData("\"tank_l\": 30", "\"tank_l\": 30, \"tank_l\": 16", "s.json, line 3: tank_l stands twice.")]
    [InlineData("\"name\": \"30 L 样例植保机 Sample sprayer, 30 L class\"", "\"name\": \" \"", "s.json, line 2: name is blank.")]
    [InlineData("\"name\": \"30 L 样例植保机 Sample sprayer, 30 L class\"", "\"name\": 7", "s.json, line 2: name must be a text in quotes.")]
    [InlineData("\"sources\": [", "\"colour\": \"red\", \"sources\": [", "s.json, line 17: colour is not a property of this file.")]
    [InlineData("\"pump_min_flow_l_per_min\": 1.0", "\"pump_min_flow_l_per_min\": 8", "s.json, line 5: pump_min_flow_l_per_min is above pump_max_flow_l_per_min.")]
    public void A_wrong_sprayer_names_the_line_and_the_property(string there, string instead, string sentence) =>
        Fault("sprayer.json", there, instead, (s, n) => SprayerFile.Read(s, n).Findings, "s.json").ShouldBe(sentence);

    [Fact]
    public void A_misspelt_property_is_missing_under_its_right_name_and_unknown_under_the_wrong_one()
    {
        var text = File.ReadAllText(Repository.Sample("sprayer.json")).Replace("swath_width_m", "swath_widht_m", StringComparison.Ordinal);
        var read = SprayerFile.Read(Repository.Text(text), "s.json");
        read.Sprayer.ShouldBeNull();
        read.Findings.Select(f => f.Say(Language.English)).ShouldBe(
            ["s.json, line 1: swath_width_m is missing.", "s.json, line 4: swath_widht_m is not a property of this file. Is swath_width_m meant?"]);
    }

    [Theory]
    [InlineData("\"rate_l_per_mu\": 1.5", "\"rate_l_per_mu\": 1.5, \"rate_l_per_ha\": 22.5", "j.json, line 12: only one of these may stand in the file: rate_l_per_mu, rate_l_per_ha.")]
    [InlineData("  \"rate_l_per_mu\": 1.5,\n", "", "j.json, line 1: one of these is missing: rate_l_per_mu, rate_l_per_ha.")]
    [InlineData("\"rate_l_per_mu\": 1.5", "\"rate_l_per_mu\": 150", "j.json, line 12: rate_l_per_mu is 150; it must be 0.0667 to 40.")]
    [InlineData("\"max_wind_beaufort\": 2", "\"max_wind_beaufort\": 9", "j.json, line 22: weather_limits.max_wind_beaufort is 9; it must be 0 to 6.")]
    [InlineData("\"min_temperature_c\": 12", "\"min_temperature_c\": 35", "j.json, line 23: weather_limits.min_temperature_c is above weather_limits.max_temperature_c.")]
    [InlineData("\"transit_height_m\": 15", "\"transit_height_m\": 2", "j.json, line 15: transit_height_m is below height_m.")]
    [InlineData("    \"active_ingredient\": \"五氟磺草胺 penoxsulam 25 g/L\",\n", "", "j.json, line 4: product.active_ingredient is missing.")]
    [InlineData("\"id\": \"gangzha-sample\"", "\"id\": \"a/b\"", "j.json, line 2: id is 'a/b'; it becomes a file name, so leave out \\ / : * ? \" < > |.")]
    [InlineData("\"height_m\": 3", "\"height_m\": 3, \"extra\": {\"a\": 1, \"b\": [2]}", "j.json, line 13: extra is not a property of this file.")]
    public void A_wrong_job_names_the_line_and_the_property(string there, string instead, string sentence) =>
        Fault("job.json", there, instead, (s, n) => JobFile.Read(s, n).Findings, "j.json").ShouldBe(sentence);

    [Fact]
    public void A_job_may_say_its_units_per_hectare_and_in_metres_per_second()
    {
        var text = File.ReadAllText(Repository.Sample("job.json"))
            .Replace("\"rate_l_per_mu\": 1.5", "\"rate_l_per_ha\": 30", StringComparison.Ordinal)
            .Replace("\"dose_ml_per_mu\": 80", "\"dose_kg_per_ha\": 0.3", StringComparison.Ordinal)
            .Replace("\"max_wind_beaufort\": 2", "\"max_wind_mps\": 4.5", StringComparison.Ordinal);
        var job = JobFile.Read(Repository.Text(text), "j.json").Job.ShouldNotBeNull();
        (job.RateLPerHa, job.Product.DosePerHa, job.Product.DoseUnit, job.WeatherLimits.MaxWindMps).ShouldBe((30, 0.3, "kg", 4.5));
    }

    [Theory]
    [InlineData("\"adjacent_together\": true, ", true)]
    [InlineData("\"adjacent_together\": false, ", null)]
    [InlineData("", null)]
    public void A_job_may_ask_for_one_direction_of_fields_side_by_side(string property, bool? together) =>
        JobFile.Read(Repository.Text(File.ReadAllText(Repository.Sample("job.json")).Replace("\"height_m\"", property + "\"height_m\"", StringComparison.Ordinal)), "j.json")
            .Job.ShouldNotBeNull().AdjacentTogether.ShouldBe(together);

    [Fact]
    public void The_sample_sprayer_and_job_cut_anywhere_are_refused_with_one_sentence()
    {
        foreach (var file in new[] { "sprayer.json", "job.json" })
        {
            var text = File.ReadAllBytes(Repository.Sample(file)).AsSpan().TrimEnd((byte)'\n').ToArray();
            for (var length = 1; length < text.Length; length++)
            {
                var findings = file == "job.json" ? JobFile.Read(new MemoryStream(text[..length]), file).Findings : SprayerFile.Read(new MemoryStream(text[..length]), file).Findings;
                findings.ShouldHaveSingleItem().Code.ShouldBe("file.truncated");
            }
        }
    }

    private static string Fault(string sample, string there, string instead, Func<Stream, string, IReadOnlyList<Finding>> read, string name)
    {
        var text = File.ReadAllText(Repository.Sample(sample));
        text.ShouldContain(there);
        var finding = read(Repository.Text(text.Replace(there, instead, StringComparison.Ordinal)), name).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Error);
        finding.Say(Language.Chinese).ShouldStartWith(name);
        return finding.Say(Language.English);
    }
}
