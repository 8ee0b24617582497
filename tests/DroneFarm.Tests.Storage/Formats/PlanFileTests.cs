using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using NetTopologySuite.Algorithm.Distance;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Storage.Formats;

public sealed class PlanFileTests
{
    private const double ToleranceM = 1e-4;

    [Fact]
    public void A_plan_returns_complete_and_within_a_tenth_of_a_millimetre()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        var fingerprint = PlanFile.Write(folder.File("plan.json"), plan);
        var read = PlanFile.Read(folder.File("plan.json"));
        read.Findings.ShouldBeEmpty();
        read.Fingerprint.ShouldBe(fingerprint);
        var back = read.Plan.ShouldNotBeNull();

        back.Farm.Frame.ShouldBe(plan.Farm.Frame);
        (back.Farm.Name, back.Farm.MadeUp).ShouldBe((plan.Farm.Name, true));
        back.Sprayer.ShouldBeEquivalentTo(plan.Sprayer);
        back.Job.ShouldBe(plan.Job);
        foreach (var (now, before) in back.Missions.Zip(plan.Missions))
        {
            now.SortieNumber.ShouldBe(before.SortieNumber);
            now.Items.ShouldBe(before.Items);
            now.Fence.ShouldBe(before.Fence);
            now.RallyPoints.ShouldBe(before.RallyPoints);
        }

        back.Findings.ShouldBe(plan.Findings);
        back.Farm.Fields.Select(f => (f.Id, f.Name, f.Crop)).ShouldBe(plan.Farm.Fields.Select(f => (f.Id, f.Name, f.Crop)));
        back.Farm.Zones.Select(z => (z.Id, z.Name, z.Kind, z.BufferM)).ShouldBe(plan.Farm.Zones.Select(z => (z.Id, z.Name, z.Kind, z.BufferM)));
        back.Farm.Obstacles.Select(o => (o.Id, o.Kind, o.HeightM, o.ClearanceM, o.VerticalClearanceM, o.SprayOver))
            .ShouldBe(plan.Farm.Obstacles.Select(o => (o.Id, o.Kind, o.HeightM, o.ClearanceM, o.VerticalClearanceM, o.SprayOver)));
        AllNear(back.Farm.Fields.Select(f => f.Boundary), plan.Farm.Fields.Select(f => f.Boundary));
        AllNear(back.Farm.Zones.Select(z => z.Shape), plan.Farm.Zones.Select(z => z.Shape));
        AllNear(back.Farm.Obstacles.Select(o => o.Shape), plan.Farm.Obstacles.Select(o => o.Shape));

        foreach (var (now, before) in back.Fields.Zip(plan.Fields))
        {
            now.Field.ShouldBeSameAs(back.Farm.Fields.Single(f => f.Id == before.Field.Id));
            now.Findings.ShouldBe(before.Findings);
            AllNear([now.Sprayable, now.Headland, now.Mainland], [before.Sprayable, before.Headland, before.Mainland]);
            AllNear(now.Cells.Select(c => c.Shape), before.Cells.Select(c => c.Shape));
            now.Cells.Select(c => (c.Number, c.Direction)).ShouldBe(before.Cells.Select(c => (c.Number, c.Direction)));
            now.Swaths.Select(s => (s.Number, s.FieldId, s.Kind, s.WidthM)).ShouldBe(before.Swaths.Select(s => (s.Number, s.FieldId, s.Kind, s.WidthM)));
        }

        LegsNear(back.Route.Legs, plan.Route.Legs);
        var (sortie, planned) = (back.Sorties.ShouldHaveSingleItem(), plan.Sorties[0]);
        (sortie.Number, sortie.Litres, sortie.Duration, sortie.EnergyWh, sortie.From.Id).ShouldBe((planned.Number, planned.Litres, planned.Duration, planned.EnergyWh, planned.From.Id));
        LegsNear(sortie.Legs, planned.Legs);
    }

    [Fact]
    public void A_second_round_trip_changes_no_byte()
    {
        using var folder = new TemporaryFolder();
        PlanFile.Write(folder.File("once.json"), SamplePlan.Make());
        PlanFile.Write(folder.File("twice.json"), PlanFile.Read(folder.File("once.json")).Plan!);
        File.ReadAllText(folder.File("twice.json")).ShouldBe(File.ReadAllText(folder.File("once.json")));
        PlanFile.Fingerprint(SamplePlan.Make()).ShouldBe(PlanFile.Read(folder.File("twice.json")).Fingerprint);
    }

    [Fact]
    public void A_number_changed_by_hand_is_noticed_but_another_layout_is_not()
    {
        Read(text => text.Replace("\"speed_mps\": 5", "\"speed_mps\": 6", StringComparison.Ordinal))
            .Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("plan.json was changed after it was written: it is not the plan that was made and checked, and must not be flown. Plan again.");
        Read(text => text.Replace("\n", "\r\n", StringComparison.Ordinal)).Findings.ShouldBeEmpty();
    }

    /// <summary>Whole ticks in seconds, and directions a hair beside north, come back as they were: the plan in memory and the plan that was read have one fingerprint.</summary>
    [Fact]
    public void A_plan_that_was_read_has_the_fingerprint_of_the_plan_that_was_written()
    {
        using var folder = new TemporaryFolder();
        var sample = SamplePlan.Make();
        foreach (var ticks in new[] { 1_234_567_891L, 2_999_999_999, 4_100_000_003, 8_640_000_007, 12_345_678_901 })
        {
            var plan = sample with
            {
                Sorties = [sample.Sorties[0] with { Duration = TimeSpan.FromTicks(ticks) }],
                Fields = [sample.Fields[0] with { Cells = [sample.Fields[0].Cells[0] with { Direction = Heading.FromDegrees(-1e-15) }] }, sample.Fields[1]],
            };
            var written = PlanFile.Write(folder.File("plan.json"), plan);
            var read = PlanFile.Read(folder.File("plan.json"));
            read.Findings.ShouldBeEmpty();
            PlanFile.Fingerprint(read.Plan!).ShouldBe(written);
            PlanFile.Fingerprint(plan).ShouldBe(written);
            read.Plan!.Sorties[0].Duration.ShouldBe(plan.Sorties[0].Duration);
        }
    }

    [Theory]
    [InlineData("\"format\": \"dronefarm-plan\"", "\"format\": \"other\"", "plan.json is no plan file of DroneFarm.")]
    [InlineData("\"version\": 1", "\"version\": 2", "plan.json is a plan of version 2, which this program does not know. Update the program or plan again.")]
    [InlineData("\"speed_mps\": 5", "\"sped_mps\": 5", "plan.json, line 3")]
    [InlineData("\"kind\": \"EdgePass\"", "\"kind\": \"Edge\"", "plan.json, line ")]
    [InlineData("\"field\": \"B5\"", "\"field\": \"Z9\"", "plan.json: the plan contradicts itself (fields: Z9). Plan again.")]
    public void A_file_that_is_no_plan_any_more_is_refused_with_the_place(string there, string instead, string sentence)
    {
        var read = Read(text =>
        {
            text.ShouldContain(there);
            return text.Replace(there, instead, StringComparison.Ordinal);
        });
        read.Plan.ShouldBeNull();
        var finding = read.Findings.ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Error);
        finding.Say(Language.English).ShouldStartWith(sentence);
    }

    [Fact]
    public void A_plan_cut_anywhere_is_refused()
    {
        using var folder = new TemporaryFolder();
        PlanFile.Write(folder.File("plan.json"), SamplePlan.Make());
        var bytes = File.ReadAllBytes(folder.File("plan.json"));
        for (var length = 0; length < bytes.Length - 2; length += 211)
        {
            File.WriteAllBytes(folder.File("cut.json"), bytes[..length]);
            var read = PlanFile.Read(folder.File("cut.json"));
            read.Plan.ShouldBeNull();
            read.Findings.ShouldHaveSingleItem().Code.ShouldBe(length == 0 ? "file.empty" : "file.truncated");
        }
    }

    private static PlanRead Read(Func<string, string> change)
    {
        using var folder = new TemporaryFolder();
        PlanFile.Write(folder.File("plan.json"), SamplePlan.Make());
        File.WriteAllText(folder.File("plan.json"), change(File.ReadAllText(folder.File("plan.json"))));
        return PlanFile.Read(folder.File("plan.json"));
    }

    private static void AllNear(IEnumerable<Geometry> now, IEnumerable<Geometry> before)
    {
        foreach (var (a, b) in now.Zip(before))
        {
            a.GeometryType.ShouldBe(b.GeometryType);
            a.IsEmpty.ShouldBe(b.IsEmpty);
            if (!a.IsEmpty) DiscreteHausdorffDistance.Distance(a, b).ShouldBeLessThan(ToleranceM);
        }
    }

    private static void LegsNear(IReadOnlyList<Leg> now, IReadOnlyList<Leg> before)
    {
        now.Count.ShouldBe(before.Count);
        foreach (var (a, b) in now.Zip(before))
        {
            a.GetType().ShouldBe(b.GetType());
            (a as TransitLeg)?.Reason.ShouldBe(((TransitLeg)b).Reason);
            a.Path.Count.ShouldBe(b.Path.Count);
            foreach (var (p, q) in a.Path.Zip(b.Path)) p.DistanceM(q).ShouldBeLessThan(ToleranceM);
        }
    }
}
