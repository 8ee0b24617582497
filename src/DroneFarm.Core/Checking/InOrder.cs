namespace DroneFarm.Core.Checking;

/// <summary>The same work on each of many things, on all processors, with the results in the order of the things: the report does not depend on who finished first.</summary>
internal static class InOrder
{
    /// <param name="done">Told after each thing how many are done; never by two threads at once.</param>
    public static TResult[] Map<T, TResult>(IReadOnlyList<T> things, Func<T, TResult> work, CheckOptions options, CancellationToken cancel, Action<int>? done = null)
    {
        var results = new TResult[things.Count];
        var gate = new Lock();
        var count = 0;
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, things.Count, parallel, i =>
        {
            results[i] = work(things[i]);
            if (done is null) return;
            lock (gate) done(++count);
        });
        return results;
    }
}
