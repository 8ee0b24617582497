namespace DroneFarm.Flight.Operations.States;

/// <summary>Which phase follows which, by what happened. Pure; whatever stands in no row is not allowed and changes nothing.</summary>
/// <remarks>
/// <code>
/// phase                               cause                                   next
/// Waiting                             StartAsked                              Preparing
/// Waiting                             Adopted (it flies) / TakenUp            Transit / Replanning
/// Preparing                           Prepared / JobFlown (none came)         Refilling / Done
/// Refilling                           Filled                                  Uploading
/// Uploading                           Uploaded (read back, equal)             Preflight
/// Preflight                           Cleared (every item holds)              Arming
/// Arming                              Launched / NotLaunched                  TakingOff / Preflight
/// TakingOff                           TurnedToWork                            Transit
/// TakingOff, Transit                  SwathBegun                              Spraying
/// Spraying                            SwathLeft                               Transit
/// TakingOff, Transit, Spraying        WorkDone                                Returning
/// TakingOff, Transit, Spraying        PauseAsked, WindOver                    Paused
/// Paused                              GoOnAsked, PauseRefused                 Transit      (a swath says so itself)
/// Transit                             GoOnRefused                             Paused
/// TakingOff ... Paused                ReturnAsked, RanDry, BatteryLow         Returning
/// in the air                          FailsafeActed, FenceBreached            OnItsOwn
/// in the air                          PilotTook                               PilotHasIt   (from then on nothing is commanded)
/// PilotHasIt, OnItsOwn                GivenBack (AUTO again)                  Transit
/// in the air                          LinkLost                                LinkLost
/// LinkLost                            LinkBack                                the phase before it
/// in the air, PilotHasIt, LinkLost    SortieFlown / JobFlown / CutShort       Preparing / Done / Interrupted
/// Interrupted                         ResumeAsked                             Replanning
/// Replanning                          Replanned / NothingLeft                 Preparing / Done
/// any but Done, Stopped               StopAsked, Refused                      MakingSafe
/// MakingSafe                          MadeSafe                                Stopped
/// </code>
/// "In the air" is TakingOff, Transit, Spraying, Paused, Returning, OnItsOwn, PilotHasIt and LinkLost.
/// </remarks>
public static class FlightTable
{
    public static bool IsInAir(FlightPhase phase) => phase is >= FlightPhase.TakingOff and <= FlightPhase.PilotHasIt;

    /// <summary>In the air and ours: following its mission, or holding in it.</summary>
    public static bool IsOurs(FlightPhase phase) => IsAtWork(phase) || phase == FlightPhase.Paused;

    public static bool IsOver(FlightPhase phase) => phase is FlightPhase.Done or FlightPhase.Stopped;

    /// <summary>The phase after <paramref name="phase"/>; null where the cause has no place in it.</summary>
    /// <param name="before">What LinkLost goes back to.</param>
    public static FlightPhase? Next(FlightPhase phase, FlightCause cause, FlightPhase before) => cause switch
    {
        FlightCause.StopAsked or FlightCause.Refused => IsOver(phase) || phase == FlightPhase.MakingSafe ? null : FlightPhase.MakingSafe,
        FlightCause.LinkLost => IsInAir(phase) && phase != FlightPhase.LinkLost ? FlightPhase.LinkLost : null,
        FlightCause.FailsafeActed or FlightCause.FenceBreached => IsInAir(phase) && phase != FlightPhase.OnItsOwn ? FlightPhase.OnItsOwn : null,
        FlightCause.PilotTook => IsInAir(phase) && phase != FlightPhase.PilotHasIt ? FlightPhase.PilotHasIt : null,
        FlightCause.ReturnAsked or FlightCause.RanDry or FlightCause.BatteryLow => IsOurs(phase) ? FlightPhase.Returning : null,
        FlightCause.SortieFlown => IsInAir(phase) ? FlightPhase.Preparing : null,
        FlightCause.JobFlown => IsInAir(phase) || phase == FlightPhase.Preparing ? FlightPhase.Done : null,
        FlightCause.CutShort => IsInAir(phase) ? FlightPhase.Interrupted : null,
        _ => OfOnePhase(phase, cause, before),
    };

    private static FlightPhase? OfOnePhase(FlightPhase phase, FlightCause cause, FlightPhase before) => (phase, cause) switch
    {
        (FlightPhase.Waiting, FlightCause.StartAsked) => FlightPhase.Preparing,
        (FlightPhase.Waiting, FlightCause.Adopted) => FlightPhase.Transit,
        (FlightPhase.Waiting, FlightCause.TakenUp) => FlightPhase.Replanning,
        (FlightPhase.Preparing, FlightCause.Prepared) => FlightPhase.Refilling,
        (FlightPhase.Refilling, FlightCause.Filled) => FlightPhase.Uploading,
        (FlightPhase.Uploading, FlightCause.Uploaded) => FlightPhase.Preflight,
        (FlightPhase.Preflight, FlightCause.Cleared) => FlightPhase.Arming,
        (FlightPhase.Arming, FlightCause.Launched) => FlightPhase.TakingOff,
        (FlightPhase.Arming, FlightCause.NotLaunched) => FlightPhase.Preflight,
        (FlightPhase.TakingOff, FlightCause.TurnedToWork) => FlightPhase.Transit,
        (FlightPhase.TakingOff or FlightPhase.Transit, FlightCause.SwathBegun) => FlightPhase.Spraying,
        (FlightPhase.Spraying, FlightCause.SwathLeft) => FlightPhase.Transit,
        (FlightPhase.Paused, FlightCause.GoOnAsked or FlightCause.PauseRefused) => FlightPhase.Transit,
        (FlightPhase.Transit, FlightCause.GoOnRefused) => FlightPhase.Paused,
        (FlightPhase.PilotHasIt or FlightPhase.OnItsOwn, FlightCause.GivenBack) => FlightPhase.Transit,
        (FlightPhase.LinkLost, FlightCause.LinkBack) => before,
        (FlightPhase.Interrupted, FlightCause.ResumeAsked) => FlightPhase.Replanning,
        (FlightPhase.Replanning, FlightCause.Replanned) => FlightPhase.Preparing,
        (FlightPhase.Replanning, FlightCause.NothingLeft) => FlightPhase.Done,
        (FlightPhase.MakingSafe, FlightCause.MadeSafe) => FlightPhase.Stopped,
        (_, FlightCause.WorkDone) when IsAtWork(phase) => FlightPhase.Returning,
        (_, FlightCause.PauseAsked or FlightCause.WindOver) when IsAtWork(phase) => FlightPhase.Paused,
        _ => null,
    };

    private static bool IsAtWork(FlightPhase phase) => phase is FlightPhase.TakingOff or FlightPhase.Transit or FlightPhase.Spraying;
}
