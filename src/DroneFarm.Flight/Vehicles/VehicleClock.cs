namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// The moment of the ground at which the vehicle's clock showed something. The least delay seen between the two is the radio's own; what comes later
/// than that waited on its way, and its moment is set back by as much. Moments never run backwards.
/// </summary>
/// <remarks>Crystals part by up to 50 millionths: the least delay is let grow by 100 a second, so that a flight of hours stays right.</remarks>
public sealed class VehicleClock
{
    private const double Drift = 1e-4;
    private const uint RebootBackMs = 5_000;

    private TimeSpan? leastOffset;
    private DateTimeOffset lastHeard;
    private DateTimeOffset lastMoment;
    private uint lastUptimeMs;

    /// <param name="uptimeMs">What the vehicle's clock showed.</param>
    /// <param name="heard">When we heard of it.</param>
    public DateTimeOffset Moment(uint uptimeMs, DateTimeOffset heard)
    {
        var offset = heard - DateTimeOffset.UnixEpoch - TimeSpan.FromMilliseconds(uptimeMs);
        if (uptimeMs + RebootBackMs < lastUptimeMs) leastOffset = null;
        var grown = leastOffset + ((heard - lastHeard) * Drift);
        leastOffset = grown < offset ? grown : offset;
        var moment = DateTimeOffset.UnixEpoch + leastOffset.Value + TimeSpan.FromMilliseconds(uptimeMs);
        (lastHeard, lastUptimeMs) = (heard, uptimeMs);
        return lastMoment = moment > lastMoment ? moment : lastMoment;
    }
}
