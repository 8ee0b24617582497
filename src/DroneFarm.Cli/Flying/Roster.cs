using System.Globalization;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Links;
using DroneFarm.Storage.Formats.Terrain;

namespace DroneFarm.Cli.Flying;

/// <summary>Which vehicles fly a job, by their number in the plan, and the links on which each is reached.</summary>
/// <param name="Vehicles">A vehicle without links is simulated.</param>
internal sealed record Roster(IReadOnlyDictionary<int, IReadOnlyList<LinkUrl>> Vehicles)
{
    public const string Simulated = "sim";

    /// <summary>Heights of the ground for vehicles that ask for them; null to leave them unanswered.</summary>
    public TerrainFolder? Terrain { get; init; }

    public bool IsSimulated => Vehicles.Values.All(links => links.Count == 0);

    public string Said => string.Join(", ", Vehicles.Select(v => v.Value.Count == 0 ? Simulated : string.Join(" + ", v.Value)));

    public static Roster OfSimulated(int count) => new(Enumerable.Range(1, count).ToDictionary(n => n, _ => (IReadOnlyList<LinkUrl>)[]));

    /// <param name="links">All of one vehicle: what one link loses another brings.</param>
    /// <param name="vehicles">NUMBER=URL each; a number may stand several times.</param>
    /// <exception cref="BadInputException">No vehicle, or one that is neither link nor number.</exception>
    public static Roster Read(IReadOnlyList<string> links, IReadOnlyList<string> vehicles, int? simulated, Screen screen)
    {
        if (new[] { links.Count > 0, vehicles.Count > 0, simulated is not null }.Count(given => given) != 1) throw new BadInputException(screen.Text("cli.fly.which"));
        if (simulated is { } count) return count is >= 1 and <= 50 ? OfSimulated(count) : throw new BadInputException(screen.Text("cli.fly.bad-count"));
        if (links is [Simulated]) return OfSimulated(1);
        if (links.Count > 0) return new Roster(new Dictionary<int, IReadOnlyList<LinkUrl>> { [1] = [.. links.Select(l => Errand.LinkOf(l, screen))] });
        return new Roster(vehicles.Select(v => Read(v, screen)).GroupBy(v => v.Number).OrderBy(g => g.Key)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<LinkUrl>)[.. g.Select(v => v.Link).OfType<LinkUrl>()]));
    }

    /// <exception cref="BadInputException">The plan has no such vehicle: several fly only what was planned for several.</exception>
    public Roster For(Core.Planning.Plan plan, Screen screen) => Vehicles.Count == 1 || Vehicles.Keys.Max() <= plan.Fleet.Drones
        ? this
        : throw new BadInputException(screen.Text("cli.fly.other-fleet", Vehicles.Keys.Max().ToString(CultureInfo.InvariantCulture), plan.Fleet.Drones.ToString(CultureInfo.InvariantCulture)));

    private static (int Number, LinkUrl? Link) Read(string text, Screen screen)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at < 1 || !int.TryParse(text[..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 50)
            throw new BadInputException(screen.Text("cli.fly.bad-vehicle", text));
        return (number, text[(at + 1)..] == Simulated ? null : Errand.LinkOf(text[(at + 1)..], screen));
    }
}
