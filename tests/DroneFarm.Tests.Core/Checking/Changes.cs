using DroneFarm.Core.Checking;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Checking;

/// <summary>One change of one thing in a plan, as another tool or a careless hand might make it.</summary>
internal static class Changes
{
    public static string[] Codes(this Plan plan) => [.. PlanCheck.Of(plan).AllFindings.Select(f => f.Code)];

    public static Plan WithSortie(this Plan plan, Func<Sortie, Sortie> change) =>
        plan with { Sorties = [change(plan.Sorties[0]), .. plan.Sorties.Skip(1)] };

    public static Plan WithMission(this Plan plan, Func<Mission, Mission> change) =>
        plan with { Missions = [change(plan.Missions[0]), .. plan.Missions.Skip(1)] };

    public static Plan WithItems(this Plan plan, Action<List<MissionItem>> change) => plan.WithMission(mission =>
    {
        var items = mission.Items.ToList();
        change(items);
        return mission with { Items = items };
    });

    public static Plan WithField(this Plan plan, Func<FieldPlan, FieldPlan> change) => plan with { Fields = [change(plan.Fields[0]), .. plan.Fields.Skip(1)] };

    /// <summary>The place in the list of the n-th switching of the sprayer, from 0: off after take-off, on, off, on, off, off.</summary>
    public static int Switch(this List<MissionItem> items, int n) =>
        items.Select((item, index) => (item, index)).Where(p => p.item.Command == MissionCommand.Sprayer).ElementAt(n).index;

    /// <summary>The last swaths of the plan, flown by its last sortie, become the swaths of these numbers flown again.</summary>
    public static Plan RenumberLast(this Plan plan, params int[] numbers)
    {
        var swaths = plan.Fields[0].Swaths;
        var first = swaths.Count - numbers.Length;
        Leg Renumber(Leg leg) => leg is SprayLeg spray ? new SprayLeg(spray.Swath with { Number = numbers[spray.Swath.Number - 1 - first] }) : leg;
        var last = plan.Sorties[^1];
        plan = plan with { Sorties = [.. plan.Sorties.SkipLast(1), last with { Legs = [.. last.Legs.Select(Renumber)] }] };
        return plan.WithField(f => f with { Swaths = [.. swaths.Take(first)] });
    }

    public static Plan WithLongerSorties(this Plan plan) =>
        plan with { Sorties = [.. plan.Sorties.Select(s => s with { Duration = s.Duration * 2, EnergyWh = s.EnergyWh * 2 })] };
}
