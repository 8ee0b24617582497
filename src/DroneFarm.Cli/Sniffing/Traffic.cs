using DroneFarm.Mavlink.Sniffing;

namespace DroneFarm.Cli.Sniffing;

/// <summary>What was heard, and over how long.</summary>
/// <param name="Over">Null for a capture without times: then there are no rates.</param>
/// <param name="IsLive">Rates are of the last seconds when live, of the whole time otherwise.</param>
internal sealed record Traffic(TrafficReport Report, TimeSpan? Over, bool IsLive)
{
    public double? RateHz(MessageTraffic message) =>
        IsLive ? message.RateHz : Over is { TotalSeconds: > 0 } over ? message.Count / over.TotalSeconds : null;
}
