using System.Collections.Concurrent;
using System.Diagnostics;
using DroneFarm.Cli.Time;

namespace DroneFarm.Tests.Cli.Time;

public sealed class PacedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 20, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Waiting_ends_after_as_much_of_this_clock_and_long_before_as_much_of_the_walls()
    {
        await using var clock = new PacedClock(Start, speed: 1000);
        await Task.Delay(TimeSpan.FromMinutes(5), clock, TestContext.Current.CancellationToken);
        (clock.GetUtcNow() - Start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Timers_fire_in_the_order_of_their_moments_and_see_that_moment()
    {
        await using var clock = new PacedClock(Start, speed: 1000);
        var fired = new ConcurrentQueue<double>();
        List<ITimer> timers = [];
        // Made inside a timer, where the clock stands still, so that all three count from one moment.
        await using var first = clock.CreateTimer(_ =>
        {
            var made = clock.GetUtcNow();
            timers.AddRange(new[] { 3.0, 1.0, 2.0 }.Select(s => clock.CreateTimer(
                _ => fired.Enqueue((clock.GetUtcNow() - made).TotalSeconds), null, TimeSpan.FromSeconds(s), Timeout.InfiniteTimeSpan)));
        }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        while (fired.Count < 3) await Task.Delay(TimeSpan.FromSeconds(1), clock, TestContext.Current.CancellationToken);
        timers.ForEach(t => t.Dispose());
        fired.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_timer_that_was_disposed_does_not_fire()
    {
        await using var clock = new PacedClock(Start, speed: 1000);
        var fired = 0;
        var timer = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1));
        await timer.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(40), clock, TestContext.Current.CancellationToken);
        fired.ShouldBe(0);
    }

    [Fact]
    public async Task A_periodic_timer_fires_once_a_period_however_fast_the_clock_runs()
    {
        await using var clock = new PacedClock(Start, speed: 2000);
        var moments = new ConcurrentQueue<DateTimeOffset>();
        await using var timer = clock.CreateTimer(_ => moments.Enqueue(clock.GetUtcNow()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(60.5), clock, TestContext.Current.CancellationToken);
        moments.Count.ShouldBeInRange(59, 62);
        moments.Zip(moments.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap == TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_clock_waits_for_work_done_inside_a_timer_instead_of_leaping_over_it()
    {
        await using var clock = new PacedClock(Start, speed: 1000);
        var held = TimeSpan.MaxValue;
        await using var timer = clock.CreateTimer(_ =>
        {
            var before = clock.GetUtcNow();
            var busy = Stopwatch.StartNew();
            while (busy.ElapsedMilliseconds < 50) Thread.SpinWait(100);
            held = clock.GetUtcNow() - before;
        }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await Task.Delay(TimeSpan.FromSeconds(10), clock, TestContext.Current.CancellationToken);
        held.ShouldBe(TimeSpan.Zero);
    }
}
