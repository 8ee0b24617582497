using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Journal;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Storage.Journal;

public sealed class JournalTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 6, 30, 0, TimeSpan.FromHours(8));
    private static readonly JournalHeader Header = new("gangzha-sample", "abc123", "样例机 1", Simulated: true, Start);
    private readonly FakeTimeProvider time = new(Start);

    [Fact]
    public void What_was_written_is_read_back_to_the_last_digit()
    {
        using var folder = new TemporaryFolder();
        var (track, events, weather) = Write(folder.File("j.jsonl"), 7);
        var read = JournalReader.Read(folder.File("j.jsonl"));
        read.Findings.ShouldBeEmpty();
        read.Header.ShouldBe(Header with { StartedAt = Start.ToUniversalTime() });
        read.Log!.JobId.ShouldBe("gangzha-sample");
        read.Log.Track.ShouldBe(track);
        read.Log.Events.ShouldBe(events);
        read.Weather.ShouldBe([weather]);
        read.Log.Complete.ShouldBeTrue();
    }

    [Fact]
    public void Each_record_is_one_line_that_a_person_can_read()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 2);
        var lines = File.ReadAllLines(folder.File("j.jsonl"));
        lines[0].ShouldStartWith("""{"n":0,"header":{"format":"dronefarm-journal","version":1,"job":"gangzha-sample","plan":"abc123","vehicle":"样例机 1","simulated":true,"started_at":"2026-05-31T22:30:00+00:00"},"hash":""");
        lines[3].ShouldStartWith("""{"n":3,"track":{"at":"2026-05-31T22:30:00.1+00:00","vehicle":1,"sortie":1,"lat":32.0500001,"lon":120.8,"height_m":3.02,"speed_mps":5},"hash":""");
    }

    [Fact]
    public void A_journal_cut_at_every_byte_of_its_last_records_opens_with_what_is_whole()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 10);
        var bytes = File.ReadAllBytes(folder.File("j.jsonl"));
        var lineEnds = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').ToList();
        for (var length = lineEnds[^6]; length < bytes.Length; length++)
        {
            File.WriteAllBytes(folder.File("cut.jsonl"), bytes[..length]);
            var read = JournalReader.Read(folder.File("cut.jsonl"));
            // A record that only lacks its line feed is whole.
            var whole = lineEnds.Count(end => end <= length);
            Records(read).ShouldBe(whole, $"at {length}");
            read.Findings.Count.ShouldBe(length > lineEnds[whole - 1] + 1 ? 1 : 0);
            read.Log!.Complete.ShouldBe(whole == lineEnds.Count);
        }
    }

    [Fact]
    public void A_journal_zeroed_from_every_byte_of_its_last_record_opens_and_says_so()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 3);
        var bytes = File.ReadAllBytes(folder.File("j.jsonl"));
        var lastStart = bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var from = lastStart; from < bytes.Length - 1; from++)
        {
            var zeroed = bytes.ToArray();
            zeroed.AsSpan(from).Clear();
            File.WriteAllBytes(folder.File("zero.jsonl"), zeroed);
            var read = JournalReader.Read(folder.File("zero.jsonl"));
            read.Log!.Track.Count.ShouldBe(3);
            read.Findings.ShouldHaveSingleItem().Say(Language.English)
                .ShouldBe($"zero.jsonl, line 7: damaged from here on. The 6 records before are good; {bytes.Length - lastStart} bytes are left out.");
        }
    }

    [Fact]
    public void One_altered_character_ends_the_chain_there()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 5);
        var text = File.ReadAllText(folder.File("j.jsonl"));
        File.WriteAllText(folder.File("j.jsonl"), text.Replace("\"lat\":32.0500002", "\"lat\":32.0500003", StringComparison.Ordinal));
        var read = JournalReader.Read(folder.File("j.jsonl"));
        read.Log!.Track.Count.ShouldBe(2);
        read.Findings.ShouldHaveSingleItem().Say(Language.Chinese).ShouldStartWith("j.jsonl 第 5 行起已损坏。之前的 4 条记录完好，略去 ");
    }

    [Fact]
    public void A_record_taken_out_or_swapped_ends_the_chain_there()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 5);
        var lines = File.ReadAllLines(folder.File("j.jsonl"));
        File.WriteAllLines(folder.File("out.jsonl"), lines.Where((_, i) => i != 4));
        JournalReader.Read(folder.File("out.jsonl")).Log!.Track.Count.ShouldBe(2);
        (lines[4], lines[5]) = (lines[5], lines[4]);
        File.WriteAllLines(folder.File("swapped.jsonl"), lines);
        JournalReader.Read(folder.File("swapped.jsonl")).Log!.Track.Count.ShouldBe(2);
    }

    [Fact]
    public void A_record_with_a_hash_made_anew_fits_but_the_next_one_does_not()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("true.jsonl"), 5);
        using (var writer = JournalWriter.Create(folder.File("forged.jsonl"), Header, time))
        {
            writer.Append(new Weather(Start, 1.7, 95, 24.5, null, "手持气象仪 hand-held meter"));
            writer.Append(Point(0) with { FlowLPerMin = 0 });
        }

        var lines = File.ReadAllLines(folder.File("true.jsonl"));
        lines[2] = File.ReadAllLines(folder.File("forged.jsonl"))[2];
        File.WriteAllLines(folder.File("true.jsonl"), lines);
        var read = JournalReader.Read(folder.File("true.jsonl"));
        read.Log!.Track.ShouldHaveSingleItem().FlowLPerMin.ShouldBe(0);
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("journal.cut");
    }

    [Fact]
    public void Bytes_behind_the_end_make_a_journal_incomplete()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 2);
        File.AppendAllText(folder.File("j.jsonl"), "x");
        var read = JournalReader.Read(folder.File("j.jsonl"));
        read.Log!.Complete.ShouldBeFalse();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe("j.jsonl, line 7: damaged from here on. The 6 records before are good; 1 bytes are left out.");
    }

    [Theory]
    [InlineData("", "j.jsonl is empty.")]
    [InlineData("hello\n", "j.jsonl is no journal of DroneFarm, or its first line is damaged.")]
    public void A_file_that_is_no_journal_is_refused(string text, string sentence)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("j.jsonl"), text);
        var read = JournalReader.Read(folder.File("j.jsonl"));
        read.Log.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);
    }

    [Fact]
    public void A_resumed_journal_goes_on_with_the_chain_and_keeps_the_damaged_tail_aside()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("j.jsonl");
        var (track, _, _) = Write(path, 5);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^40]);
        using (var writer = JournalWriter.Resume(path, JournalReader.Read(path), time))
        {
            writer.Append(track[0]);
            writer.End(Start, complete: true);
        }

        var read = JournalReader.Read(path);
        read.Findings.ShouldBeEmpty();
        read.Log!.Track.Count.ShouldBe(6);
        read.Log.Complete.ShouldBeTrue();
        File.ReadAllBytes(folder.File("j.jsonl-1.damaged")).ShouldBe(bytes[(bytes.AsSpan(0, bytes.Length - 1).LastIndexOf((byte)'\n') + 1)..^40]);
    }

    [Fact]
    public void A_record_that_only_lost_its_line_feed_is_kept_when_the_journal_goes_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("j.jsonl");
        var (track, _, _) = Write(path, 2);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        using (var writer = JournalWriter.Resume(path, JournalReader.Read(path), time)) writer.Append(track[1]);
        var read = JournalReader.Read(path);
        read.Findings.ShouldBeEmpty();
        read.Log!.Track.Count.ShouldBe(3);
        read.Log.Complete.ShouldBeFalse("the end was not the last record any more");
    }

    [Fact]
    public void An_older_journal_of_the_same_name_is_kept()
    {
        using var folder = new TemporaryFolder();
        Write(folder.File("j.jsonl"), 2);
        var old = File.ReadAllBytes(folder.File("j.jsonl"));
        Write(folder.File("j.jsonl"), 3);
        File.ReadAllBytes(folder.File("j-1.jsonl")).ShouldBe(old);
        JournalReader.Read(folder.File("j.jsonl")).Log!.Track.Count.ShouldBe(3);
    }

    [Fact]
    public void Records_can_be_read_by_others_while_the_journal_is_open()
    {
        using var folder = new TemporaryFolder();
        using var writer = JournalWriter.Create(folder.File("j.jsonl"), Header, time);
        writer.Append(Point(0));
        using var other = new FileStream(folder.File("j.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        other.Length.ShouldBeGreaterThan(300, "a killed program loses no record");
    }

    [Fact]
    public void Events_reach_the_disk_at_once_and_points_after_a_second()
    {
        using var disk = new FullDisk(capacity: int.MaxValue);
        using var writer = new JournalWriter(disk, time, new HashChain());
        writer.Append(Point(0));
        writer.FlushIfDue();
        disk.Flushes.ShouldBe(0);
        time.Advance(TimeSpan.FromMilliseconds(700));
        writer.Append(Point(1));
        disk.Flushes.ShouldBe(0);
        time.Advance(TimeSpan.FromMilliseconds(300));
        writer.FlushIfDue();
        disk.Flushes.ShouldBe(1);
        writer.FlushIfDue();
        disk.Flushes.ShouldBe(1);
        writer.Append(Event(FlightEventKind.Armed));
        disk.Flushes.ShouldBe(2);
    }

    [Fact]
    public void A_full_disk_stops_the_job_and_stays_broken()
    {
        using var disk = new FullDisk(capacity: 700);
        using var writer = new JournalWriter(disk, time, new HashChain());
        var thrown = Should.Throw<JournalBrokenException>(() =>
        {
            for (var i = 0; i < 10; i++) writer.Append(Point(i));
        });
        thrown.Message.ShouldBe("the journal cannot be written: No space left on device");
        Should.Throw<JournalBrokenException>(() => writer.Append(Event(FlightEventKind.Stopped))).Message.ShouldStartWith("the journal is broken since: ");
        disk.Taken.Length.ShouldBe(700);
    }

    [Fact]
    public void A_journal_in_a_folder_that_is_not_there_cannot_begin()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<JournalBrokenException>(() => JournalWriter.Create(Path.Combine(folder.FullName, "no", "j.jsonl"), Header, time));
    }

    private (List<TrackPoint> Track, List<FlightEvent> Events, Weather Weather) Write(string path, int points)
    {
        var weather = new Weather(Start, 1.7, 95, 24.5, null, "手持气象仪 hand-held meter");
        var track = Enumerable.Range(0, points).Select(Point).ToList();
        var armed = Event(FlightEventKind.Armed);
        using var writer = JournalWriter.Create(path, Header, time);
        writer.Append(weather);
        foreach (var point in track) writer.Append(point);
        writer.Append(armed);
        writer.End(Start, complete: true);
        return (track, [armed], weather with { At = Start.ToUniversalTime() });
    }

    private static int Records(JournalRead read) =>
        1 + read.Weather.Count + read.Log!.Track.Count + read.Log.Events.Count + (read.Log.Complete ? 1 : 0);

    private static TrackPoint Point(int i) => new(
        Start.ToUniversalTime().AddSeconds(i * 0.1), new VehicleId(1), 1, new GeoPoint(LatitudeDeg: 32.05 + (i * 1e-7), LongitudeDeg: 120.8), 3.02, 5, i % 2 == 0 ? 3.375 : null);

    private static FlightEvent Event(FlightEventKind kind) =>
        new(Start.ToUniversalTime(), new VehicleId(1), 1, kind, Phrase.Of("flight.vehicle-says", "Arming \"motors\" 解锁\n"));
}
