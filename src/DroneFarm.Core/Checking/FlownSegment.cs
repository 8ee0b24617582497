using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>One straight piece of the line that a mission makes the vehicle fly.</summary>
/// <param name="Item">The item that ends it, counted as the autopilot does: home is 0.</param>
/// <param name="SpeedMps">As the last DO_CHANGE_SPEED said; null before the first.</param>
/// <param name="FlowLPerMinPerMps">What the last message to the rate script said; null before the first.</param>
/// <param name="Nose">Where the last yaw item turned the nose; null before the first.</param>
/// <param name="SprayOn">What the last DO_SPRAYER permitted.</param>
internal sealed record FlownSegment(
    int Item, LocalPoint From, LocalPoint To, double FromHeightM, double ToHeightM, double? SpeedMps, bool SprayOn, double? FlowLPerMinPerMps = null,
    Heading? Nose = null)
{
    public double LengthM => From.DistanceM(To);

    public double ClimbM => ToHeightM - FromHeightM;

    public double LowestM => Math.Min(FromHeightM, ToHeightM);

    public double HighestM => Math.Max(FromHeightM, ToHeightM);
}
