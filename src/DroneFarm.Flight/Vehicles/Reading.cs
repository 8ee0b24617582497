namespace DroneFarm.Flight.Vehicles;

/// <summary>A value with the moment we learned it. A value without an age is a value nobody should act on.</summary>
public readonly record struct Reading<T>(T Value, DateTimeOffset At)
{
    public TimeSpan Age(DateTimeOffset now) => now - At;
}
