namespace DroneFarm.Flight.Operations;

/// <summary>What the end of a sortie means for its job.</summary>
internal static class JobEnds
{
    public static JobEnd OfJob(this SortieEnd end) => end switch
    {
        SortieEnd.PilotTookOver => JobEnd.PilotTookOver,
        SortieEnd.Failsafe => JobEnd.Failsafe,
        SortieEnd.EndedEarly => JobEnd.EndedEarly,
        SortieEnd.LinkLost => JobEnd.LinkLost,
        SortieEnd.BroughtHome => JobEnd.BroughtHome,
        SortieEnd.Cancelled => JobEnd.Cancelled,
        _ => JobEnd.NotReady,
    };
}
