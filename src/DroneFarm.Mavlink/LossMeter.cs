namespace DroneFarm.Mavlink;

/// <summary>
/// Estimates lost frames from gaps in the sequence numbers of each system and component. An estimate, because eight bits cannot tell a
/// loss of 256 frames from none, nor a restarted sender from a gap.
/// </summary>
public sealed class LossMeter
{
    private readonly SortedDictionary<(byte System, byte Component), Count> counts = [];

    public IEnumerable<(byte SystemId, byte ComponentId)> Senders => counts.Keys;

    public void Add(Packet packet) => Add(packet.SystemId, packet.ComponentId, packet.Sequence);

    public void Add(in FrameView frame) => Add(frame.SystemId, frame.ComponentId, frame.Sequence);

    public void Add(byte systemId, byte componentId, byte sequence)
    {
        if (!counts.TryGetValue((systemId, componentId), out var count))
            counts[(systemId, componentId)] = count = new Count { Expected = sequence };
        count.See(sequence);
    }

    public Loss Of(byte systemId, byte componentId) =>
        counts.TryGetValue((systemId, componentId), out var count) ? new Loss(count.Received, count.Lost) : default;

    private sealed class Count
    {
        public byte Expected;
        public long Received, Lost;

        /// <summary>A step forward of up to 127 is a gap; a step back is a frame that took longer, which was counted as lost before, or came twice.</summary>
        public void See(byte sequence)
        {
            var ahead = (sbyte)(sequence - Expected);
            if (ahead == -1 && Received > 0) return;
            Received++;
            if (ahead < 0)
            {
                Lost = Math.Max(0, Lost - 1);
                return;
            }

            Lost += ahead;
            Expected = (byte)(sequence + 1);
        }
    }
}
