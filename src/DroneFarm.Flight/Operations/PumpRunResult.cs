using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations;

/// <summary>The end of a <see cref="PumpRun"/>.</summary>
/// <param name="Refusal">Why nothing was measured; null when it ran for the whole time and was seen to stop.</param>
/// <param name="Ran">From its full output to the order to stop.</param>
public sealed record PumpRunResult(Phrase? Refusal, TimeSpan Ran);
