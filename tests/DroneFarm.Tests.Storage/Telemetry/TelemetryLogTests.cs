using DroneFarm.Storage.Telemetry;

namespace DroneFarm.Tests.Storage.Telemetry;

public sealed class TelemetryLogTests
{
    [Fact]
    public void A_packet_is_eight_bytes_of_microseconds_and_its_frame()
    {
        using var folder = new TemporaryFolder();
        using (var log = TelemetryLog.Create(folder.File("f.tlog")))
        {
            log.Append(DateTimeOffset.UnixEpoch.AddTicks(10), [0xFD, 1, 2]);
            log.Append(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000).AddTicks(10), [0xFE]);
            log.Failures.ShouldBe(0);
        }

        var bytes = File.ReadAllBytes(folder.File("f.tlog"));
        bytes.Length.ShouldBe(8 + 3 + 8 + 1);
        bytes[..8].ShouldBe([0, 0, 0, 0, 0, 0, 0, 1]);
        bytes[8..11].ShouldBe([0xFD, 1, 2]);
        bytes[11..19].ShouldBe([0x00, 0x06, 0x65, 0x17, 0x28, 0x98, 0x80, 0x01]);
    }

    [Fact]
    public void A_full_disk_is_counted_and_thrown_at_nobody()
    {
        var log = new TelemetryLog(new FullDisk(capacity: 12));
        log.Append(DateTimeOffset.UnixEpoch, [0xFD]);
        log.Append(DateTimeOffset.UnixEpoch, [0xFD]);
        log.Append(DateTimeOffset.UnixEpoch, [0xFD]);
        log.Failures.ShouldBe(2);
        log.Dispose();
    }
}
