using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>From what a vehicle holds to what it should hold: the differences first, for people to see, then one by one, each believed by its echo.</summary>
public static class ParameterChanges
{
    /// <summary>Counters and calibrations that the vehicle writes itself: a backup must not bring yesterday's back.</summary>
    private static readonly string[] OfTheVehicle = ["STAT_", "BARO1_GND_PRESS", "BARO2_GND_PRESS", "BARO3_GND_PRESS", "SYSID_SW_MREV", "FORMAT_VERSION"];

    /// <summary>What differs, by the names that this vehicle's release has, in the order in which it must be set: what shows other parameters (…_ENABLE) comes first.</summary>
    public static IReadOnlyList<ParameterChange> Between(IEnumerable<ParameterValue> held, IEnumerable<(string Name, float Value)> wanted)
    {
        var holds = held.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return
        [
            .. wanted.Where(w => !IsOfTheVehicle(w.Name))
                .Select(w => ParameterRenames.AsHeld(w.Name, w.Value, holds.ContainsKey))
                .Select(w => new ParameterChange(w.Name, holds.TryGetValue(w.Name, out var value) ? value : null, w.Value))
                .Where(c => c.Held is not { } value || !IsSame(value, c.Wanted))
                .OrderBy(c => c.Name.EndsWith("_ENABLE", StringComparison.Ordinal) ? 0 : 1),
        ];
    }

    /// <summary>Why a vehicle must not be made so: what it would hold after the change is judged, not the change alone.</summary>
    public static IReadOnlyList<Phrase> Refusals(IEnumerable<ParameterValue> held, IReadOnlyList<ParameterChange> changes)
    {
        var after = held.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        foreach (var change in changes) after[change.Name] = change.Wanted;
        return [.. SprayPreset.RefuseDangerous([.. after.Select(a => new ParameterSetting(a.Key, a.Value))])];
    }

    /// <summary>Makes the changes; what the vehicle holds afterwards, by its own word, for each.</summary>
    /// <param name="each">Told after each one.</param>
    public static async Task<IReadOnlyList<ParameterResult>> ApplyAsync(
        Vehicle vehicle, IReadOnlyList<ParameterChange> changes, Action<ParameterResult> each, CancellationToken cancel)
    {
        var results = new List<ParameterResult>();
        foreach (var change in changes)
        {
            var result = await vehicle.RunAsync(new ParameterSet(change.Name, change.Wanted), cancel);
            results.Add(result);
            each(result);
            if (result.Outcome == ParameterOutcome.Cancelled) break;
        }

        return results;
    }

    public static bool IsSame(float a, float b) => Math.Abs(a - b) <= 1e-6f * Math.Max(1, Math.Abs(b));

    private static bool IsOfTheVehicle(string name) => Array.Exists(OfTheVehicle, o => name.StartsWith(o, StringComparison.Ordinal));
}
