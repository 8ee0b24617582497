using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Sniffing;

namespace DroneFarm.Cli.Sniffing;

/// <summary>The traffic of a recorded file: a tlog by its name, anything else as the bytes of a link.</summary>
internal static class FileTraffic
{
    public static Traffic Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return path.EndsWith(".tlog", StringComparison.OrdinalIgnoreCase) ? OfTlog(bytes) : OfCapture(bytes);
    }

    private static Traffic OfTlog(byte[] bytes)
    {
        var table = new TrafficTable();
        var scanner = new TlogScanner(bytes);
        DateTimeOffset? first = null;
        var last = DateTimeOffset.UnixEpoch;
        while (scanner.TryNext(out var time, out var frame))
        {
            first ??= time;
            last = time;
            table.Add(in frame, time);
        }

        return new Traffic(table.Report(scanner.Counts, last), last - (first ?? last), IsLive: false);
    }

    private static Traffic OfCapture(byte[] bytes)
    {
        var table = new TrafficTable();
        var scanner = new FrameScanner(bytes, atEnd: true);
        while (scanner.TryNext(out var frame)) table.Add(in frame, DateTimeOffset.UnixEpoch);
        return new Traffic(table.Report(scanner.Counts, DateTimeOffset.UnixEpoch), Over: null, IsLive: false);
    }
}
