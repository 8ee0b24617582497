using CsCheck;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>What holds for every field, whatever its shape.</summary>
public sealed class PlanProperties
{
    private const int Fields = 150;

    [Fact]
    public void Every_plan_passes_the_independent_check() => RandomFields.Farms.Sample(farm => Lab.Plan(farm).ShouldHoldIfAnythingIsFlown(), iter: Fields);

    [Fact]
    public void The_ground_of_every_swath_lies_in_the_sprayable_ground() => RandomFields.Farms.Sample(farm =>
    {
        var field = Lab.Plan(farm).Fields[0];
        foreach (var swath in field.Swaths)
        {
            var side = (swath.End - swath.Start).Unit.Left * (swath.WidthM / 2);
            Coordinate[] ring = [(swath.Start - side).ToCoordinate(), (swath.End - side).ToCoordinate(), (swath.End + side).ToCoordinate(), (swath.Start + side).ToCoordinate()];
            var wet = GeometryFactory.Default.CreatePolygon([.. ring, ring[0].Copy()]);
            field.Sprayable.Covers(wet).ShouldBeTrue($"swath {swath.Number}");
        }
    }, iter: Fields);

    [Fact]
    public void Transits_to_the_next_swath_stay_on_the_sprayable_ground() => RandomFields.Farms.Sample(farm =>
    {
        var plan = Lab.Plan(farm);
        if (plan.Fields[0].Swaths.Count == 0) return;
        var inside = plan.Fields[0].Sprayable.Buffer(1e-6);
        foreach (var transit in plan.Route.Legs.OfType<TransitLeg>().Where(t => t.Reason == TransitReason.NextSwath && t.LengthM > 0))
            inside.Covers(GeometryFactory.Default.CreateLineString([.. transit.Path.Select(p => p.ToCoordinate())])).ShouldBeTrue();
    }, iter: Fields);

    [Fact]
    public void Each_swath_is_flown_once_and_no_sortie_exceeds_tank_battery_or_storage() => RandomFields.Farms.Sample(farm =>
    {
        var small = Lab.Sprayer with { TankL = 6, MissionItemLimit = 80 };
        var plan = Lab.Plan(farm, small);
        plan.Sorties.SelectMany(s => s.SprayLegs).Select(l => l.Swath.Number).Distinct().Order().ShouldBe(plan.Swaths.Select(s => s.Number).Order());
        plan.Sorties.Sum(s => s.SprayedM).ShouldBe(plan.Swaths.Sum(s => s.LengthM), 1e-6);
        plan.Sorties.ShouldAllBe(s => s.Litres <= small.TankL && s.EnergyWh <= small.UsableWh);
        plan.Missions.ShouldAllBe(m => m.Items.Count < small.MissionItemLimit && m.Fence.Count <= 70);
    }, iter: Fields);

    [Fact]
    public void The_same_input_gives_the_same_plan_on_one_processor_and_on_many() => RandomFields.Farms.Array[3].Sample(farms =>
    {
        var farm = farms[0] with { Fields = [.. farms.Select((f, i) => f.Fields[0] with { Id = $"{i}" })] };
        var one = Lab.Plan(farm, options: new PlanOptions(Threads: 1));
        var many = Lab.Plan(farm, options: new PlanOptions(Threads: 4));
        many.Swaths.ShouldBe(one.Swaths);
        many.Missions.SelectMany(m => m.Items).ShouldBe(one.Missions.SelectMany(m => m.Items));
    }, iter: 20);
}
