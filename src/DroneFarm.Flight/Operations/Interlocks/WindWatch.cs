using System.Globalization;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Interlocks;

/// <summary>
/// Holds a sortie while the wind is over the product's limit: by the vehicle's own estimate, never one older than <see cref="VehicleState.DecidesFor"/>, and by what
/// people measure after the take-off. A hold ends when a fresh value is within the limit and somebody lets it go on, or when somebody answers for the wind.
/// </summary>
/// <param name="weather">The latest that people measured.</param>
/// <param name="began">What was measured before was judged by the checklist.</param>
/// <param name="answered">Somebody answered for the weather before the take-off.</param>
public sealed class WindWatch(double limitMps, Func<Weather?> weather, DateTimeOffset began, bool answered)
{
    /// <summary>A gust is no wind: over the limit at every report for this long.</summary>
    private static readonly TimeSpan OverFor = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MeasuredHolds = TimeSpan.FromMinutes(30);

    private volatile bool isAnswered = answered;
    private volatile bool held;
    private DateTimeOffset? since;

    /// <summary>True once the wind was over the limit for long enough.</summary>
    public bool MustHold(VehicleState state, DateTimeOffset now)
    {
        if (isAnswered || Mps(state, now) is not { } windMps || windMps <= limitMps)
        {
            since = null;
            return false;
        }

        since ??= now;
        if (now - since < OverFor) return false;
        return held = true;
    }

    /// <summary>Why a held sortie may not go on; null when it may. What is not known holds it.</summary>
    public Phrase? Holds(VehicleState state, DateTimeOffset now)
    {
        if (!held || isAnswered) return null;
        var windMps = Mps(state, now);
        if (windMps <= limitMps)
        {
            held = false;
            return null;
        }

        return Said("flight.held-by-wind", windMps);
    }

    /// <summary>Somebody answers for the wind until the vehicle is on the ground again.</summary>
    /// <returns>What the journal keeps of it.</returns>
    public Phrase Answer(VehicleState state, DateTimeOffset now)
    {
        isAnswered = true;
        return Said("flight.wind-answered", Mps(state, now));
    }

    public Phrase Over(VehicleState state, DateTimeOffset now) => Said("flight.wind-over", Mps(state, now));

    private double? Mps(VehicleState state, DateTimeOffset now)
    {
        double? estimated = state.Wind.IsFresh(now, VehicleState.DecidesFor) ? state.Wind!.Value.Value.SpeedMps : null;
        var measured = weather() is { WindMps: { } windMps } told && told.At > began && now - told.At <= MeasuredHolds ? windMps : (double?)null;
        return estimated is null ? measured : measured is null ? estimated : Math.Max(estimated.Value, measured.Value);
    }

    private Phrase Said(string key, double? windMps) =>
        Phrase.Of(key, windMps?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-", limitMps.ToString("0.0", CultureInfo.InvariantCulture));
}
