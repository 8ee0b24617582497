using DroneFarm.Cli.Shell;
using DroneFarm.Core.Fields;

namespace DroneFarm.Cli.Jobs;

/// <summary>The fields that <c>--fields</c> names; left out, all of them.</summary>
internal static class FieldChoice
{
    /// <exception cref="BadInputException">The list is empty, or the farm has no field of an id in it.</exception>
    public static Farm Of(Farm farm, string? ids, string farmPath, Screen screen)
    {
        if (ids is null) return farm;
        var byId = farm.Fields.ToDictionary(f => f.Id);
        // A list that a script left empty must not become the whole farm.
        if (ids.Trim(' ', ',').Length == 0) throw new BadInputException(screen.Text("cli.no-fields"));
        var chosen = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id => byId.TryGetValue(id, out var field) ? field : throw new BadInputException(screen.Text("cli.no-such-field", farmPath, id)));
        return farm with { Fields = [.. chosen.Distinct()] };
    }
}
