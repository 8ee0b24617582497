using DroneFarm.Flight.Operations.States;

namespace DroneFarm.Flight.Operations;

/// <summary>What an order means in a phase, and which orders a phase takes.</summary>
internal static class FlightOrders
{
    public static FlightCause Cause(FlightOrderKind kind, FlightPhase phase) => kind switch
    {
        FlightOrderKind.Start => FlightCause.StartAsked,
        FlightOrderKind.Pause => FlightCause.PauseAsked,
        FlightOrderKind.Resume => FlightTable.IsInAir(phase) ? FlightCause.GoOnAsked : FlightCause.ResumeAsked,
        FlightOrderKind.Return => FlightCause.ReturnAsked,
        _ => FlightCause.StopAsked,
    };

    public static IReadOnlyList<FlightOrderKind> Possible(FlightStatus status) =>
        [.. Enum.GetValues<FlightOrderKind>().Where(kind => status.Allows(Cause(kind, status.Phase)))];

    public static string PhaseKey(FlightPhase phase) => "flight.phase." + phase.ToString().ToLowerInvariant();
}
