namespace DroneFarm.Flight.Vehicles;

/// <summary>Asks a reading that may never have come how fresh it is.</summary>
public static class ReadingAge
{
    /// <summary>True when there is a reading and it is no older than <paramref name="limit"/>.</summary>
    public static bool IsFresh<T>(this Reading<T>? reading, DateTimeOffset now, TimeSpan limit) => reading is { } known && known.Age(now) <= limit;
}
