namespace DroneFarm.Tests.Architecture;

/// <summary>Inside Core nothing imports upward, and the check of a plan shares no algorithm with its making.</summary>
public sealed class CoreOrder
{
    private static readonly string[] Order =
        ["Geo", "Text", "Findings", "Fields", "Spraying", "Planning", "Checking", "Flights", "Coverage", "Resuming", "Records"];

    /// <summary>The values of a plan, which the check may read; everything else in Planning is how plans are made.</summary>
    private static readonly string[] PlanValues =
    [
        "Cell", "FieldPlan", "Fleet", "Leg", "Mission", "MissionCommand", "MissionItem", "Plan", "Route", "Sortie", "SprayLeg", "Swath", "SwathDose", "SwathKind",
        "TransitLeg", "TransitReason",
    ];

    [Fact]
    public void A_folder_of_Core_imports_only_the_folders_before_it() =>
        House.Uses("DroneFarm.Core")
            .Where(use => Rank(use.Used.Namespace.FullName) > Rank(use.User.Namespace.FullName))
            .Select(use => $"{use.User.FullName} -> {use.Used.FullName}")
            .Distinct()
            .ShouldBeEmpty();

    [Fact]
    public void Every_folder_of_Core_has_its_place_in_the_order() =>
        House.TypesIn("DroneFarm.Core").Where(t => t.Namespace.FullName != "DroneFarm.Core" && Rank(t.Namespace.FullName) < 0)
            .Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Checking_shares_no_algorithm_with_Planning() =>
        House.Uses("DroneFarm.Core.Checking")
            .Where(use => use.Used.Namespace.FullName == "DroneFarm.Core.Planning" && !PlanValues.Contains(use.Used.Name))
            .Select(use => $"{use.User.FullName} -> {use.Used.FullName}")
            .Distinct()
            .ShouldBeEmpty();

    private static int Rank(string space)
    {
        var parts = space.Split('.');
        return parts.Length < 3 ? -1 : Array.IndexOf(Order, parts[2]);
    }
}
