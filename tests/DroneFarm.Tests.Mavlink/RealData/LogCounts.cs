using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>Recorded streams hold the frames that their README says.</summary>
public sealed class LogCounts
{
    [Theory]
    [InlineData("arducopter-4.6.3-sitl-spray.tlog", 34160)]
    [InlineData("dronekit-flight.tlog", 75477)]
    [InlineData("node-mavlink-v2-3412-packets.bin", 3412)]
    [InlineData("node-mavlink-data.mavlink", 1476)]
    [InlineData("node-mavlink-GH-5.bin", 138)]
    [InlineData("ardusub-small.tlog", 35912)]
    [InlineData("pymavlink-battery_status-v2.tlog", 1)]
    [InlineData("pymavlink-capture.mavlink", 0)]
    public void A_log_has_as_many_frames_as_its_readme_says(string file, int frames)
    {
        var scanner = new FrameScanner(SharedData.Read("logs/" + file), atEnd: true);
        while (scanner.TryNext(out _)) { }
        TestContext.Current.SendDiagnosticMessage($"{file}: {scanner.Counts}");
        scanner.Counts.Good.ShouldBe(frames);
    }
}
