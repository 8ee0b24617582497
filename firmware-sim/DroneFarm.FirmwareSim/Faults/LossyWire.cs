namespace DroneFarm.FirmwareSim.Faults;

/// <summary>
/// One direction of a bad radio: packets are lost, doubled, overtaken and late, the same way for the same seed. It has no clock:
/// the moment is handed in, and what is due comes out in order of arrival.
/// </summary>
public sealed class LossyWire(LossyWireOptions options, int seed)
{
    private static readonly TimeSpan HeldBack = TimeSpan.FromMilliseconds(60);

    private readonly Random random = new(seed);
    private readonly PriorityQueue<byte[], (TimeSpan Due, long Order)> underWay = new();
    private long order;

    /// <summary>Cut: everything put in is lost, and so is what was under way.</summary>
    public bool IsCut { get; private set; }

    public long Lost { get; private set; }

    public long Carried { get; private set; }

    public void Cut()
    {
        IsCut = true;
        Lost += underWay.Count;
        underWay.Clear();
    }

    public void Mend() => IsCut = false;

    public void Put(byte[] packet, TimeSpan now)
    {
        if (IsCut || random.NextDouble() < options.Loss)
        {
            Lost++;
            return;
        }

        Enqueue(packet, now);
        if (random.NextDouble() < options.Duplication) Enqueue(packet, now);
    }

    /// <returns>The packets that have arrived by now.</returns>
    public IReadOnlyList<byte[]> Take(TimeSpan now)
    {
        if (underWay.Count == 0) return [];
        var due = new List<byte[]>();
        while (underWay.TryPeek(out _, out var key) && key.Due <= now) due.Add(underWay.Dequeue());
        Carried += due.Count;
        return due;
    }

    private void Enqueue(byte[] packet, TimeSpan now)
    {
        var due = now + options.Delay + (options.Jitter * random.NextDouble());
        if (random.NextDouble() < options.Reordering) due += HeldBack;
        underWay.Enqueue(packet, (due, order++));
    }
}
