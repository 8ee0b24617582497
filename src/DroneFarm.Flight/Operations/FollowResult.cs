using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations;

/// <summary>The end of a <see cref="Follow"/>.</summary>
/// <param name="FurthestItem">The last item that was flown to in AUTO.</param>
/// <param name="SprayerOff">What is known of the pump where it had to be stopped; null when that was not needed.</param>
public sealed record FollowResult(SortieEnd End, Phrase Reason, int FurthestItem, SprayerOffOutcome? SprayerOff);
