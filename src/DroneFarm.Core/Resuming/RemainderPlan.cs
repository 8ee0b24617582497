using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;

namespace DroneFarm.Core.Resuming;

/// <summary>What came of planning what is left.</summary>
/// <param name="Plan">The same job with only what is left to fly; null when there is a refusal.</param>
/// <param name="Refusal">Why there is no plan: nothing is left, or it cannot be flown.</param>
/// <param name="Breakpoint">Where spraying was interrupted; null when it was not inside a swath.</param>
public sealed record RemainderPlan(Plan? Plan, Phrase? Refusal, Breakpoint? Breakpoint);
