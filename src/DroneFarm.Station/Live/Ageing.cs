using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Station.Live;

/// <summary>Turns readings with a moment into values with an age.</summary>
internal static class Ageing
{
    public static Aged<TTo>? Aged<TFrom, TTo>(this Reading<TFrom>? reading, DateTimeOffset now, Func<TFrom, TTo> say) =>
        reading is { } known ? new Aged<TTo>(say(known.Value), Math.Round(Math.Max(0, known.Age(now).TotalSeconds), 2)) : null;
}
