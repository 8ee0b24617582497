using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>What a screen is shown of a vehicle's part of a job at one moment. Only reads.</summary>
internal sealed class JobPicture(Vehicle vehicle, SortieFlight flight, FlightRecorder recorder, IWork work)
{
    /// <param name="sorties">That are over.</param>
    /// <param name="hand">Next to be flown or in the air; null for none.</param>
    /// <param name="flownM">The way that is behind, without the one in hand.</param>
    public JobProgress At(FlightStatus status, IReadOnlyList<SortieResult> sorties, Assignment? hand, double flownM, DateTimeOffset now)
    {
        var state = vehicle.State;
        var inAir = FlightTable.IsInAir(status.Phase) || status.Phase == FlightPhase.MakingSafe;
        var over = FlightTable.IsOver(status.Phase);
        var fraction = inAir ? flight.ShareOf(state) : over ? 1 : 0;
        var handM = hand?.Sortie.LengthM ?? 0;
        var allM = flownM + work.LeftM + handM;
        var soFarM = flownM + (fraction * handM);
        var flown = SortieResult.Total(sorties);
        return new JobProgress(
            hand?.Sortie.Number ?? (sorties.Count > 0 ? sorties[^1].Number : 1),
            Math.Max(1, sorties.Count + work.Left + (hand is null ? 0 : 1)),
            status.Phase,
            Phrase.Of(FlightOrders.PhaseKey(status.Phase)),
            fraction,
            status.Phase == FlightPhase.Done ? 1 : allM > 0 ? Math.Min(1, soFarM / allM) : 0,
            inAir ? flown + recorder.Flown : flown,
            state,
            vehicle.IsLost)
        {
            Status = status,
            Checklist = inAir || over || hand is null ? [] : flight.Checklist(hand, now),
            Supplies = inAir && hand is not null ? flight.Supplies(hand, fraction, now) : null,
            Orders = FlightOrders.Possible(status),
        };
    }
}
