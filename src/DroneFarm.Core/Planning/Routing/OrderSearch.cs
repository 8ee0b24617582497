using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// Shortens a way through things that each have two ends, by turning runs of it round and by moving runs of one to three elsewhere, either way round.
/// Only what is near each other is tried, and only where something changed; the way never gets longer.
/// </summary>
/// <remarks>Source: 2-opt, G. Croes, 1958; or-opt, I. Or, 1976; neighbour lists and don't-look bits, J. Bentley, "Fast algorithms for geometric traveling salesman problems", 1992.</remarks>
internal sealed class OrderSearch
{
    private const double LeastGainM = 0.01;
    private const int LongestMoved = 3;

    private readonly LocalPoint[] heads, tails;
    private readonly int[] order, position;
    private readonly bool[] turned;
    private readonly LocalPoint? from, to;
    private readonly int[][] near;
    private readonly Queue<int> open = new();
    private readonly bool[] isOpen;
    private int trials;

    /// <param name="order">Things in order; is changed.</param>
    /// <param name="turned">By thing: whether it is passed from its tail to its head; is changed.</param>
    /// <param name="from">Where the way begins; null when anywhere, as is <paramref name="to"/>.</param>
    /// <param name="near">By thing: what is worth being flown before or after it.</param>
    /// <param name="trials">Changes that may be tried: the budget of time, the same on every machine.</param>
    public OrderSearch(int[] order, bool[] turned, LocalPoint[] heads, LocalPoint[] tails, LocalPoint? from, LocalPoint? to, int[][] near, int trials)
    {
        (this.order, this.turned, this.heads, this.tails, this.from, this.to, this.near, this.trials) = (order, turned, heads, tails, from, to, near, trials);
        position = new int[order.Length];
        isOpen = new bool[order.Length];
        for (var i = 0; i < order.Length; i++) position[order[i]] = i;
        foreach (var thing in order) Open(thing);
    }

    public void Run(CancellationToken cancel)
    {
        while (trials > 0 && open.TryDequeue(out var thing))
        {
            cancel.ThrowIfCancellationRequested();
            isOpen[thing] = false;
            while (trials > 0 && Improve(thing))
            {
            }
        }
    }

    private bool Improve(int thing)
    {
        var p = position[thing];
        if (Turn(p, p) || Turn(0, p) || Turn(p, order.Length - 1)) return true;
        foreach (var other in near[thing])
        {
            var q = position[other];
            var (low, high) = (Math.Min(p, q), Math.Max(p, q));
            if (Turn(low + 1, high) || Turn(low, high - 1)) return true;
            for (var length = 1; length <= LongestMoved; length++)
            {
                if (Move(p, p + length - 1, q) || Move(p, p + length - 1, q - 1)) return true;
                if (length > 1 && (Move(p - length + 1, p, q) || Move(p - length + 1, p, q - 1))) return true;
            }
        }

        return false;
    }

    /// <summary>Turns the run from one position to another round, when that is shorter.</summary>
    private bool Turn(int i, int j)
    {
        if (i > j) return false;
        trials--;
        var gainM = Gap(Out(i - 1), In(i)) + Gap(Out(j), In(j + 1)) - Gap(Out(i - 1), Out(j)) - Gap(In(i), In(j + 1));
        if (gainM < LeastGainM) return false;
        Reverse(i, j);
        OpenAround(i, j);
        return true;
    }

    /// <summary>Moves the run from i to j behind position k, either way round, when that is shorter.</summary>
    private bool Move(int i, int j, int k)
    {
        if (i < 0 || j >= order.Length || (k >= i - 1 && k <= j)) return false;
        trials--;
        var freedM = Gap(Out(i - 1), In(i)) + Gap(Out(j), In(j + 1)) - Gap(Out(i - 1), In(j + 1)) + Gap(Out(k), In(k + 1));
        double straightM = Gap(Out(k), In(i)) + Gap(Out(j), In(k + 1)), backM = Gap(Out(k), Out(j)) + Gap(In(i), In(k + 1));
        if (freedM - Math.Min(straightM, backM) < LeastGainM) return false;
        // Three turns move a run: the whole stretch, then each of its two parts.
        var length = j - i + 1;
        if (k > j)
        {
            Reverse(i, k);
            Reverse(i, k - length);
            if (straightM <= backM) Reverse(k - length + 1, k);
            OpenAround(i, k - length);
            OpenAround(k - length + 1, k);
        }
        else
        {
            Reverse(k + 1, j);
            if (straightM <= backM) Reverse(k + 1, k + length);
            Reverse(k + length + 1, j);
            OpenAround(k + 1, k + length);
            OpenAround(k + length + 1, j);
        }

        return true;
    }

    private void Reverse(int i, int j)
    {
        Array.Reverse(order, i, j - i + 1);
        for (var k = i; k <= j; k++)
        {
            position[order[k]] = k;
            turned[order[k]] = !turned[order[k]];
        }
    }

    private void OpenAround(int i, int j)
    {
        foreach (var k in (ReadOnlySpan<int>)[i - 1, i, j, j + 1])
        {
            if (k >= 0 && k < order.Length) Open(order[k]);
        }
    }

    private void Open(int thing)
    {
        if (isOpen[thing]) return;
        isOpen[thing] = true;
        open.Enqueue(thing);
    }

    private LocalPoint? In(int at) => at >= order.Length ? to : turned[order[at]] ? tails[order[at]] : heads[order[at]];

    private LocalPoint? Out(int at) => at < 0 ? from : turned[order[at]] ? heads[order[at]] : tails[order[at]];

    private static double Gap(LocalPoint? a, LocalPoint? b) => a is { } one && b is { } other ? one.DistanceM(other) : 0;
}
