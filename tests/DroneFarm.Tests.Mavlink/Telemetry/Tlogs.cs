using System.Buffers.Binary;
using DroneFarm.Mavlink;
using DroneFarm.Tests.Mavlink.Frames;
using DroneFarm.Tests.Mavlink.RealData;

namespace DroneFarm.Tests.Mavlink.Telemetry;

/// <summary>The log format of ground stations.</summary>
public sealed class Tlogs
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, 123, 456, TimeSpan.Zero);

    [Fact]
    public void A_record_is_eight_bytes_of_big_endian_microseconds_and_the_frame()
    {
        using var log = new MemoryStream();
        TlogWriter.Write(log, DateTimeOffset.UnixEpoch.AddMicroseconds(0x0102_0304), Packet(5)).ShouldBeTrue();
        Convert.ToHexString(log.ToArray()).ShouldStartWith("0000000001020304" + "FD");
    }

    [Fact]
    public void What_was_written_is_read_again_with_its_times()
    {
        using var log = new MemoryStream();
        for (byte i = 0; i < 200; i++) TlogWriter.Write(log, Noon.AddMilliseconds(i), Packet(i));
        log.Position = 0;
        TlogReader.Read(log).Select(r => (r.Time, (int)r.Packet.Sequence)).ShouldBe(Enumerable.Range(0, 200).Select(i => (Noon.AddMilliseconds(i), i)));
    }

    [Fact]
    public void Behind_a_damaged_place_the_next_record_has_its_own_time()
    {
        using var log = new MemoryStream();
        for (byte i = 0; i < 4; i++) TlogWriter.Write(log, Noon.AddSeconds(i), Packet(i));
        var bytes = log.ToArray();
        bytes[8] = 0; // the first frame's magic
        bytes[(bytes.Length / 4) + 12] ^= 0xFF; // inside the second frame
        TlogReader.Read(new MemoryStream(bytes)).Select(r => (r.Time, (int)r.Packet.Sequence)).ShouldBe([(Noon.AddSeconds(2), 2), (Noon.AddSeconds(3), 3)]);
    }

    [Theory]
    [InlineData(0xFFFF_FFFF_FFFF_FFFF, 1970)]
    [InlineData(253_402_300_800_000_000, 1970)]
    [InlineData(253_402_300_799_999_999, 9999)] // the calendar's last microsecond
    public void A_time_that_no_calendar_has_does_not_stop_the_reading(ulong microseconds, int year)
    {
        var record = new byte[8 + Samples.Heartbeat().Length];
        BinaryPrimitives.WriteUInt64BigEndian(record, microseconds);
        Samples.Heartbeat().CopyTo(record, 8);
        TlogReader.Read(new MemoryStream(record)).Single().Time.Year.ShouldBe(year);
    }

    [Fact]
    public void A_real_tlog_read_and_written_again_is_the_same_file()
    {
        var original = SharedData.Read("logs/arducopter-4.6.3-sitl-spray.tlog");
        var records = TlogReader.Read(new MemoryStream(original)).ToList();
        records.Count.ShouldBe(34160);
        Written(records).AsSpan().SequenceEqual(original).ShouldBeTrue();
    }

    [Theory]
    [InlineData("dronekit-flight.tlog", 75477)]
    [InlineData("ardusub-small.tlog", 35912)]
    [InlineData("pymavlink-battery_status-v2.tlog", 1)]
    public void A_real_tlog_with_messages_of_other_dialects_gives_what_we_know_with_sound_times(string file, int count)
    {
        var records = TlogReader.Read(new MemoryStream(SharedData.Read("logs/" + file))).ToList();
        records.Count.ShouldBe(count);
        records.Zip(records.Skip(1)).ShouldAllBe(pair => (pair.Second.Time - pair.First.Time).Duration() < TimeSpan.FromMinutes(1));
        TlogReader.Read(new MemoryStream(Written(records))).Count().ShouldBe(count);
    }

    [Theory]
    [InlineData("node-mavlink-v2-3412-packets.bin", 3412)]
    [InlineData("node-mavlink-GH-5.bin", 138)]
    public void A_raw_capture_gives_its_packets(string file, int packets) =>
        CaptureReader.Read(File.OpenRead(SharedData.PathOf("logs/" + file))).Count().ShouldBe(packets);

    private static byte[] Written(List<TlogRecord> records)
    {
        using var log = new MemoryStream();
        foreach (var record in records) TlogWriter.Write(log, record.Time, record.Packet);
        return log.ToArray();
    }

    private static Packet Packet(byte sequence) => Samples.Parse(Samples.Heartbeat(sequence), out _).Single();
}
