using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Logs;

/// <summary>
/// On-board logs over LOG_REQUEST_LIST and LOG_REQUEST_DATA (https://mavlink.io/en/messages/common.html): one request is served at a time, a new one replaces
/// it, parts of 90 bytes at some 600 a second, a shorter one at the end.
/// </summary>
internal sealed class LogDesk(Copter copter)
{
    private const int PartLength = 90;
    private const double PerSecond = 600;

    private byte[] log = [];
    private int id, at, until;
    private double due;

    public void OnList(ushort start, ushort end)
    {
        var logs = copter.Memory.Logs;
        if (logs.Count == 0) copter.Outbox.Send(new LogEntry());
        for (var number = Math.Max(1, (int)start); number <= Math.Min(logs.Count, end); number++)
        {
            copter.Outbox.Send(new LogEntry
            {
                Id = (ushort)number, NumLogs = (ushort)logs.Count, LastLogNum = (ushort)logs.Count, Size = (uint)logs[number - 1].Length,
            });
        }
    }

    public void OnData(ushort number, uint offset, uint count)
    {
        if (number < 1 || number > copter.Memory.Logs.Count) return;
        (id, log) = (number, copter.Memory.Logs[number - 1]);
        (at, until) = ((int)Math.Min(offset, (uint)log.Length), (int)Math.Min((long)offset + count, log.Length));
        // At or behind the end there is an empty part, which says so.
        if (offset >= log.Length) Tell((int)Math.Min(offset, int.MaxValue), 0);
    }

    public void OnEnd() => at = until;

    public void Step(double dtS)
    {
        if (at >= until) return;
        for (due += PerSecond * dtS; due >= 1 && at < until; due--)
        {
            var length = Math.Min(PartLength, until - at);
            Tell(at, length);
            at += length;
        }
    }

    private void Tell(int offset, int length)
    {
        var message = new LogData { Id = (ushort)id, Ofs = (uint)offset, Count = (byte)length };
        Span<byte> data = message.Data;
        if (length > 0) log.AsSpan(offset, length).CopyTo(data);
        copter.Outbox.Send(message);
    }
}
