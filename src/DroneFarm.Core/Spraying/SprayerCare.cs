namespace DroneFarm.Core.Spraying;

/// <summary>Which machine sprayed, and when somebody last measured it; what is not known is empty or null.</summary>
/// <param name="Serial">Of the sprayer.</param>
/// <param name="Registration">Of the aircraft, as its authority knows it.</param>
/// <param name="CalibratedOn">When its flow was last measured.</param>
/// <param name="InspectedUntil">How long its official inspection is good.</param>
public sealed record SprayerCare(string Serial = "", string Registration = "", DateOnly? CalibratedOn = null, DateOnly? InspectedUntil = null);
