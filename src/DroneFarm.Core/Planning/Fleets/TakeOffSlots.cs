using System.Runtime.CompilerServices;
using DroneFarm.Core.Planning.Sorties;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Whether a sortie may take off now beside those that are in the air, each where its own plan has it since it really took off.</summary>
public sealed class TakeOffSlots(Plan plan)
{
    private readonly ConditionalWeakTable<Sortie, Track> tracks = new();

    /// <param name="inAir">Others, and how long ago each took off.</param>
    /// <param name="slack">How much a flight may be before or behind its plan against another.</param>
    public bool IsFree(Sortie sortie, IEnumerable<(Sortie Sortie, TimeSpan Since)> inAir, TimeSpan slack)
    {
        var track = TrackOf(sortie);
        return inAir.All(other => !track.TooNear(0, TrackOf(other.Sortie), -other.Since.TotalSeconds, slack.TotalSeconds, plan.Fleet));
    }

    private Track TrackOf(Sortie sortie) => tracks.GetValue(sortie, s => Track.Of(s, new LegFlight(plan.Sprayer, plan.Fleet.JobOf(plan.Job, s.Vehicle))));
}
