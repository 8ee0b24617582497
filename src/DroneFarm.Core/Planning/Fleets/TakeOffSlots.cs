using System.Runtime.CompilerServices;
using DroneFarm.Core.Fields;
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
        return inAir.All(other => !IsAwaitedElsewhere(sortie.From, other.Sortie.To) && !track.TooNear(0, TrackOf(other.Sortie), -other.Since.TotalSeconds, slack.TotalSeconds, plan.Fleet));
    }

    /// <summary>A tender that must be elsewhere when another lands is not here to let this one take off.</summary>
    private static bool IsAwaitedElsewhere(RefillPoint here, RefillPoint there) => here.Tender is not null && here.Tender == there.Tender && !here.IsSameStand(there);

    private Track TrackOf(Sortie sortie) => tracks.GetValue(sortie, s => Track.Of(s, new LegFlight(plan.Sprayer, plan.Fleet.JobOf(plan.Job, s.Vehicle))));
}
