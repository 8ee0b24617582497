using System.Text.Json.Nodes;
using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>
/// No number of a plan file can be changed unseen. Its seal (the fingerprint) shows every change. What is planned is besides proven from the rest:
/// a tool that changes it and seals it again is still found out by the check.
/// </summary>
public sealed class PlanLeavesTests
{
    private const int Seed = 20_261_125, MostLeaves = 500;

    /// <summary>The premises of a plan, and what only explains it: another value there is another plan or another word, and only the seal can tell.</summary>
    private static readonly (string Path, string Why)[] SealedOnly =
    [
        ("$.farm", "the ground as it was given"),
        ("$.sprayer", "the aircraft as it was given"),
        ("$.job", "the work as it was given"),
        (".findings", "sentences for people"),
        (".cells", "drawn on maps; nothing is flown by them"),
        (".mainland", "drawn on maps; the check derives its own, and compares areas and corners but for hairs"),
        (".headland", "as the mainland"),
        (".start_s", "one aircraft alone may take off later; several must keep apart, which the fleet's check proves"),
        (".fence", "any fence will do that keeps all that is flown in it, which the check proves"),
        (".rally_points", "any place in the fence will do, at any height that the law allows"),
    ];

    private static readonly Lazy<(JsonNode Root, Plan Plan)> Small = new(Make);

    [Fact]
    public void Every_number_of_a_plan_that_is_changed_and_sealed_again_fails_the_check_or_the_reading()
    {
        var leaves = Leaves(Small.Value.Root).Where(l => !SealedOnly.Any(s => l.Contains(s.Path, StringComparison.Ordinal)) && !IsDryHeight(l) && !IsCutWay(l)).ToList();
        var random = new Random(Seed);
        leaves.Count.ShouldBeGreaterThan(MostLeaves);
        var unseen = leaves.OrderBy(_ => random.Next()).Take(MostLeaves).Where(l => Change(l) is { Plan: { } changed } && PlanCheck.Of(changed, new CheckOptions(Raster: false)).Passed).ToList();
        unseen.ShouldBeEmpty();
    }

    [Fact]
    public void Every_number_of_a_plan_that_is_changed_breaks_its_seal()
    {
        var random = new Random(Seed);
        foreach (var leaf in Leaves(Small.Value.Root).OrderBy(_ => random.Next()).Take(150))
            Change(leaf).Findings.ShouldContain(f => f.Severity == Severity.Error, leaf);
    }

    [Fact]
    public void The_plan_itself_passes()
    {
        var report = PlanCheck.Of(Small.Value.Plan);
        report.AllFindings.Where(f => f.Severity == Severity.Error).Select(f => f.Say(Core.Text.Language.English)).ShouldBeEmpty();
        Small.Value.Plan.Swaths.ShouldContain(s => s.Kind == SwathKind.EdgePass);
    }

    /// <summary>Dry legs may be flown at any height from the spraying height up to what the law allows and obstacles ask for.</summary>
    private static bool IsDryHeight(string leaf)
    {
        if (!leaf.EndsWith(".height_m", StringComparison.Ordinal)) return false;
        var numbers = leaf.Split('[', ']').Where(t => int.TryParse(t, out _)).Select(t => int.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var items = Small.Value.Plan.Missions[numbers[0]].Items;
        var isOn = items.Take(numbers[1]).LastOrDefault(i => i.Command == MissionCommand.Sprayer) is { Param1: 1 };
        var goesOn = items.Skip(numbers[1] + 1).FirstOrDefault(i => i.Command != MissionCommand.ChangeSpeed) is { Command: MissionCommand.Sprayer, Param1: 1 };
        return !isOn && !goesOn;
    }

    /// <summary>A way of the route on which a sortie ends: its corners are flown by nobody.</summary>
    private static bool IsCutWay(string leaf)
    {
        if (!leaf.StartsWith("$.route[", StringComparison.Ordinal) || !leaf.Contains(".line[", StringComparison.Ordinal)) return false;
        var route = Small.Value.Plan.Route.Legs;
        var i = int.Parse(leaf["$.route[".Length..leaf.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        return i == 0 || i + 1 == route.Count || !Small.Value.Plan.Sorties.Any(s => s.Legs.Any(l => l.From == route[i].From && l.To == route[i].To));
    }

    private static PlanRead Change(string leaf)
    {
        using var folder = new TemporaryFolder();
        var root = Small.Value.Root.DeepClone();
        var node = Find(leaf, root);
        var value = node.GetValue<double>();
        JsonNode other = leaf.EndsWith(']') || leaf.EndsWith("_deg", StringComparison.Ordinal) ? value + 1e-5
            : leaf.EndsWith(".duration_s", StringComparison.Ordinal) || leaf.EndsWith(".energy_wh", StringComparison.Ordinal) ? value * 5
            : value == Math.Round(value) && Math.Abs(value) < 10_000 ? value + 7
            : value * 1.5;
        node.ReplaceWith(other);
        File.WriteAllText(folder.File("plan.json"), root.ToJsonString());
        return PlanFile.Read(folder.File("plan.json"));
    }

    private static JsonNode Find(string leaf, JsonNode? root = null)
    {
        var node = root ?? Small.Value.Root;
        foreach (var step in leaf.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1))
            node = int.TryParse(step, out var index) && node is JsonArray ? node[index]! : node[step]!;
        return node;
    }

    private static IEnumerable<string> Leaves(JsonNode node) => node switch
    {
        JsonObject fields => fields.Where(f => f.Value is not null).SelectMany(f => Leaves(f.Value!)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Leaves),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => [node.GetPath()],
        _ => [],
    };

    /// <summary>A field with poles in it and a wedge, planned with edge passes.</summary>
    private static (JsonNode Root, Plan Plan) Make()
    {
        using var folder = new TemporaryFolder();
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        farm = farm with { Fields = [.. farm.Fields.Where(f => f.Id is "A3" or "C5")] };
        var plan = Planner.Plan(
            farm, SprayerFile.Read(Repository.Sample("sprayer.json")).Sprayer!, JobFile.Read(Repository.Sample("job.json")).Job!, new PlanOptions(EdgePass: EdgePassChoice.Always));
        PlanFile.Write(folder.File("plan.json"), plan);
        return (JsonNode.Parse(File.ReadAllBytes(folder.File("plan.json")))!, PlanFile.Read(folder.File("plan.json")).Plan!);
    }
}
