namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// Says whether the pilot's screen is alive. Our heartbeat to the vehicle depends on it: a ground station whose screen hangs is no ground station, and the
/// vehicle's own failsafe should take over. The screen calls <see cref="Alive"/> each time it has drawn.
/// </summary>
/// <remarks>Alive --no drawing for <see cref="Limit"/>--> Dead --drawing--> Alive. It starts alive: the first picture takes a moment.</remarks>
public sealed class ScreenWatchdog(TimeProvider time, TimeSpan limit)
{
    private long lastTicks = time.GetUtcNow().UtcTicks;

    public TimeSpan Limit => limit;

    public bool IsAlive => time.GetUtcNow().UtcTicks - Interlocked.Read(ref lastTicks) <= limit.Ticks;

    public void Alive() => Interlocked.Exchange(ref lastTicks, time.GetUtcNow().UtcTicks);
}
