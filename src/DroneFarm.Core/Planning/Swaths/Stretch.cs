namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A stretch to spray, with the ground in it that is dry before and that is wet already.</summary>
internal readonly record struct Stretch(Span Span, double DryM2, double WetM2);
