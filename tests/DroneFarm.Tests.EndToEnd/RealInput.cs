using System.Text.Json;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Fields as surveyors and farm registers draw them.</summary>
public sealed class RealInput
{
    [Fact]
    public async Task Three_rice_fields_of_Hokkaido_are_planned_proven_and_flown()
    {
        var folder = Inputs.NewFolder();
        var fields = Inputs.Collected("fields", "wgs84", "jp-hokkaido-100.geojson");
        var planned = await Dronefarm.RunAsync(folder, "plan", fields, "--fields", "1.0,2.0,3.0", "--out", "rice", "--json");
        planned.ExitCode.ShouldBe(0, planned.Errors);
        JsonDocument.Parse(planned.Output).RootElement.GetProperty("fields").GetInt32().ShouldBe(3);
        (await Dronefarm.RunAsync(folder, "check", "rice")).ExitCode.ShouldBe(0);
        var flown = await Dronefarm.RunAsync(folder, "fly", "rice", "--link", "sim");
        flown.ExitCode.ShouldBe(0, flown.Errors);
        File.Exists(Path.Combine(folder, "rice", "record.pdf")).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_Dutch_polder_parcel_is_planned_or_refused_with_a_reason()
    {
        var fields = Inputs.Collected("fields", "wgs84", "nl-brp-noordholland-4872.geojson");
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", fields, "--out", "nl", "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        var plan = JsonDocument.Parse(answer.Output).RootElement;
        plan.GetProperty("fields").GetInt32().ShouldBeGreaterThanOrEqualTo(4872);
        var refusedWithReason = plan.GetProperty("findings").EnumerateArray()
            .Where(f => f.GetProperty("severity").GetString() == "error").Select(f => f.GetProperty("field_id").GetString()).Distinct().Count();
        refusedWithReason.ShouldBe(plan.GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task Invalid_outlines_are_repaired_or_refused_each_with_a_finding()
    {
        var fields = Inputs.Collected("fields", "wgs84", "be-invalid-buildings-70.geojson");
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", fields, "--out", "be", "--json");
        answer.ExitCode.ShouldBeOneOf(0, 1);
        var findings = JsonDocument.Parse(answer.Output).RootElement.GetProperty("findings").EnumerateArray().ToList();
        var features = findings.Select(f => f.GetProperty("field_id").GetString()?.Split('.')[0]).Where(id => id is not null).Distinct().Count();
        features.ShouldBe(70);
    }
}
