using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using DroneFarm.JournalVictim;
using DroneFarm.Storage.Journal;
using DroneFarm.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Storage.Journal;

/// <summary>Kills, cut tails, full and read-only disks, clocks that are set: what a season does to a journal.</summary>
public sealed class JournalHardshipTests
{
    private static readonly DateTimeOffset Start = VictimRecords.Start;
    private static readonly JournalHeader Header = new("hardship", "abc123", "样例机 1", Simulated: true, Start);

    [Fact]
    public async Task Killed_at_fifty_moments_a_writer_of_three_vehicles_loses_no_committed_record_and_goes_on_each_time()
    {
        using var folder = new TemporaryFolder();
        var result = await KilledWriters.RunAsync(folder.FullName, moments: 50, seed: 7, TimeSpan.FromMilliseconds(40));
        (result.Kills, result.Lost, result.Altered, result.NotResumed).ShouldBe((50, 0, 0, 0), result.ToString());
        result.Committed.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_journal_cut_or_zeroed_at_every_byte_of_its_last_4_kB_opens_with_every_record_before(bool zeroed)
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 40);
        var bytes = File.ReadAllBytes(folder.File("j.jsonl"));
        var ends = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ToList();
        for (var at = bytes.Length - 4096; at < bytes.Length; at++)
        {
            var hurt = zeroed ? [.. bytes[..at], .. new byte[bytes.Length - at]] : bytes[..at];
            File.WriteAllBytes(folder.File("hurt.jsonl"), hurt);
            var read = JournalReader.Read(folder.File("hurt.jsonl"));
            read.Header.ShouldNotBeNull($"at {at}");
            // A record that lacks only its line feed is whole, unless a zero stands where the feed should be.
            read.Log!.Track.Count.ShouldBeInRange(ends.Count(e => e < at) - 1, ends.Count(e => e <= at) - 1, $"at {at}");
            if (zeroed || !ends.Exists(e => at == e || at == e + 1)) read.Findings.ShouldHaveSingleItem().Code.ShouldBe("journal.cut", $"at {at}");
        }
    }

    [Fact]
    public void What_was_cut_off_lies_beside_the_journal_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 10);
        var bytes = File.ReadAllBytes(folder.File("j.jsonl"))[..^100];
        File.WriteAllBytes(folder.File("j.jsonl"), bytes);
        using (JournalWriter.Resume(folder.File("j.jsonl"), JournalReader.Read(folder.File("j.jsonl")), TimeProvider.System))
        {
        }

        byte[] together = [.. File.ReadAllBytes(folder.File("j.jsonl")), .. File.ReadAllBytes(folder.File("j.jsonl-1.damaged"))];
        together.ShouldBe(bytes);
    }

    [Fact]
    public void Fills_and_facts_come_back_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var fill = new TankFill(Start, new VehicleId(2), 3, 28.5, "流量计 flow meter");
        var fact = new JobFact(Start, new VehicleId(2), 3, "breakpoint", new Dictionary<string, string> { ["swath"] = "12", ["along_m"] = "31.25" });
        using (var writer = JournalWriter.Create(folder.File("j.jsonl"), Header, TimeProvider.System))
        {
            writer.Append(fill);
            writer.Append(fact);
        }

        var log = JournalReader.Read(folder.File("j.jsonl")).Log!;
        log.Fills.ShouldBe([fill]);
        log.Facts.ShouldBe([fact]);
    }

    [Fact]
    public void A_clock_set_back_an_hour_is_noted_and_moves_no_moment_of_the_flight()
    {
        using var folder = new TemporaryFolder();
        var machine = new MachineClock();
        var flight = new SteadyClock(machine);
        using (var writer = JournalWriter.Create(folder.File("j.jsonl"), Header, flight))
        {
            writer.Append(VictimRecords.Point(1, 0) with { At = flight.GetUtcNow() });
            machine.Pass(TimeSpan.FromSeconds(10), set: TimeSpan.FromHours(-1));
            writer.Append(VictimRecords.Point(1, 1) with { At = flight.GetUtcNow() });
        }

        var read = JournalReader.Read(folder.File("j.jsonl"));
        (read.Log!.Track[1].At - read.Log.Track[0].At).ShouldBe(TimeSpan.FromSeconds(10));
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(
            "j.jsonl: the machine's clock was set during the flight (2026-06-01 00:00:10 UTC by the flight's own clock); since then it is -3600.0 s off. The record's moments are those of the flight's clock.");
    }

    [Fact]
    public void A_disk_that_is_really_full_is_told_in_words_a_pilot_understands()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("no /dev/full on this system");
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        using var writer = new JournalWriter(full, TimeProvider.System, new HashChain(), "job/journal.jsonl");
        var thrown = Should.Throw<JournalBrokenException>(() => writer.Append(VictimRecords.Point(1, 0)));
        thrown.Fault.ShouldBe(JournalFault.DiskFull);
        Phrasebook.Core.Say(thrown.Text, Language.English).ShouldBe("The disk is full: job/journal.jsonl cannot be written. Free some space; the job can then be resumed.");
        Should.Throw<JournalBrokenException>(() => writer.Append(VictimRecords.Point(1, 1))).Fault.ShouldBe(JournalFault.DiskFull);
    }

    [Fact]
    public void A_folder_that_is_missing_or_read_only_is_named()
    {
        using var folder = new TemporaryFolder();
        var gone = Should.Throw<JournalBrokenException>(() => JournalWriter.Create(Path.Combine(folder.FullName, "no", "j.jsonl"), Header, TimeProvider.System));
        (gone.Fault, gone.Path).ShouldBe((JournalFault.Gone, Path.Combine(folder.FullName, "no", "j.jsonl")));
        var readOnly = new JournalBrokenException("cannot", new UnauthorizedAccessException("denied"));
        Phrasebook.Core.Say(readOnly.Text, Language.Chinese).ShouldContain("只读");
    }

    [Fact]
    public void A_quiet_journal_reaches_the_disk_within_a_second_by_itself()
    {
        var time = new FakeTimeProvider(Start);
        using var disk = new FullDisk(capacity: int.MaxValue);
        using var writer = new JournalWriter(disk, time, new HashChain());
        writer.Append(VictimRecords.Point(1, 0));
        for (var i = 0; i < 4; i++) time.Advance(TimeSpan.FromSeconds(0.25));
        disk.Flushes.ShouldBe(1);
    }

    [Fact]
    public void What_the_timer_cannot_bring_to_the_disk_the_next_record_tells()
    {
        var time = new FakeTimeProvider(Start);
        using var disk = new FullDisk(capacity: int.MaxValue) { FlushFails = true };
        using var writer = new JournalWriter(disk, time, new HashChain());
        writer.Append(VictimRecords.Point(1, 0));
        for (var i = 0; i < 4; i++) time.Advance(TimeSpan.FromSeconds(0.25));
        Should.Throw<JournalBrokenException>(() => writer.Append(VictimRecords.Point(1, 1)));
    }

    private static void Write(string path, int points)
    {
        using var writer = JournalWriter.Create(path, Header, TimeProvider.System);
        for (var i = 0; i < points; i++) writer.Append(VictimRecords.Point(1, i));
    }

    /// <summary>A machine whose clock can be set while time passes.</summary>
    private sealed class MachineClock : TimeProvider
    {
        private DateTimeOffset wall = Start;
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => wall;

        public override long GetTimestamp() => ticks;

        public void Pass(TimeSpan time, TimeSpan set) => (wall, ticks) = (wall + time + set, ticks + time.Ticks);
    }
}
