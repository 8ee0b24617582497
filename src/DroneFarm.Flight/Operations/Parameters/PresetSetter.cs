using System.Globalization;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>Brings a vehicle's parameters to a preset: reads each, sets what differs, and believes only the echo.</summary>
public static class PresetSetter
{
    /// <summary>Null when the vehicle holds the whole preset; otherwise the first reason why not.</summary>
    public static async Task<Phrase?> ApplyAsync(Vehicle vehicle, SprayPreset preset, CancellationToken cancel)
    {
        if (preset.Refusals.Count > 0) return preset.Refusals[0];
        foreach (var setting in preset.Settings)
        {
            if (await ApplyAsync(vehicle, setting, cancel) is { } reason) return reason;
        }

        return null;
    }

    private static async Task<Phrase?> ApplyAsync(Vehicle vehicle, ParameterSetting asked, CancellationToken cancel)
    {
        var setting = asked;
        if (ParameterRenames.OtherName(asked.Name) is { } other)
        {
            // Which of the two names a vehicle has is known by which of them it answers to; its release's number would not tell of the builds in between.
            var held = await vehicle.RunAsync(new ParameterGet(asked.Name, other), cancel);
            if (held.Outcome == ParameterOutcome.Cancelled) return Phrase.Of("flight.cancelled");
            if (held.Value is null) return Phrase.Of("flight.preset.silent", $"{asked.Name} / {other}");
            setting = asked with { Name = held.Name, Value = ParameterRenames.ValueAs(held.Name, asked.Name, asked.Value) };
        }

        var result = setting.Change
            ? await vehicle.RunAsync(new ParameterSet(setting.Name, setting.Value), cancel)
            : await vehicle.RunAsync(new ParameterGet(setting.Name), cancel);
        return result switch
        {
            { Outcome: ParameterOutcome.Cancelled } => Phrase.Of("flight.cancelled"),
            { Value: null } => Phrase.Of("flight.preset.silent", setting.Name),
            { Value: { } value } when Math.Abs(value - setting.Value) > 1e-6f * Math.Max(1, Math.Abs(setting.Value)) =>
                Phrase.Of(setting.Change ? "flight.preset.not-taken" : "flight.preset.differs", setting.Name, Say(value), Say(setting.Value)),
            _ => null,
        };
    }

    private static string Say(float value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
