using System.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Files;
using DroneFarm.Flight.Exchanges.Logs;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using DroneFarm.Tests.Flight.Radio;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>Files and logs of the simulated sprayer over a good and a bad radio.</summary>
public sealed class FileTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 20_000).Select(i => (byte)((i * 7) ^ (i >> 8)))];

    public static TheoryData<double, int> Radios => new() { { 0, 1 }, { 0.1, 2 }, { 0.3, 3 }, { 0.3, 4 }, { 0.5, 5 } };

    [Theory]
    [MemberData(nameof(Radios))]
    public void A_file_is_read_equal(double loss, int seed)
    {
        var radio = new SimulatorOnRadio(seed, loss);
        radio.Sprayer.PutFile("/APM/logs/x.bin", Bytes);
        var read = radio.Run(new FileRead("/APM/logs/x.bin"));
        read.Outcome.ShouldBe(TransferOutcome.Done);
        read.Content.ToArray().ShouldBe(Bytes);
    }

    [Theory]
    [MemberData(nameof(Radios))]
    public void A_file_is_written_and_its_checksum_compared(double loss, int seed)
    {
        var radio = new SimulatorOnRadio(seed, loss);
        var script = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("-- sprayer off unless in AUTO\n", 40)));
        radio.Run(new FileWrite("/APM/scripts/guard.lua", script)).Outcome.ShouldBe(TransferOutcome.Done);
        radio.Run(new FileRead("/APM/scripts/guard.lua")).Content.ToArray().ShouldBe(script);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_with_the_vehicles_word()
    {
        var read = new SimulatorOnRadio(1, 0).Run(new FileRead("/APM/scripts/none.lua"));
        (read.Outcome, read.Error).ShouldBe((TransferOutcome.Refused, FileError.FileNotFound));
    }

    [Fact]
    public void A_file_whose_told_size_is_too_large_ends_where_the_vehicle_says()
    {
        var read = new SimulatorOnRadio(1, 0.2).Run(new FileRead("@MISSION/mission.dat"));
        read.Content.Length.ShouldBe(10);
    }

    [Fact]
    public void An_empty_file_is_read_empty()
    {
        var radio = new SimulatorOnRadio(1, 0);
        radio.Sprayer.PutFile("/APM/logs/empty", []);
        var read = radio.Run(new FileRead("/APM/logs/empty"));
        (read.Outcome, read.Content.Length).ShouldBe((TransferOutcome.Done, 0));
    }

    [Fact]
    public void A_folder_is_listed_whole_on_a_bad_radio()
    {
        var radio = new SimulatorOnRadio(3, 0.3);
        for (var i = 0; i < 11; i++) radio.Sprayer.PutFile($"/APM/scripts/s{i:00}.lua", new byte[i]);
        var listing = radio.Run(new FileListing("/APM/scripts"));
        listing.Entries.Select(e => (e.Name, e.SizeBytes)).ShouldBe(Enumerable.Range(0, 11).Select(i => ($"s{i:00}.lua", (long)i)));
    }

    [Fact]
    public void A_vehicle_that_is_switched_off_is_timed_out_and_after_something_came_interrupted()
    {
        var radio = new SimulatorOnRadio(1, 0) { CutAfter = 0 };
        radio.Run(new FileRead("/APM/logs/x.bin")).Outcome.ShouldBe(TransferOutcome.TimedOut);
        radio = new SimulatorOnRadio(1, 0) { CutAfter = 4 };
        radio.Sprayer.PutFile("/APM/logs/x.bin", Bytes);
        radio.Run(new FileRead("/APM/logs/x.bin")).Outcome.ShouldBe(TransferOutcome.Interrupted);
    }

    [Theory]
    [MemberData(nameof(Radios))]
    public void Logs_are_listed_and_downloaded_equal(double loss, int seed)
    {
        var radio = new SimulatorOnRadio(seed, loss);
        byte[][] logs = [Bytes[..900], Bytes, [], Bytes[..12_345]];
        foreach (var log in logs) radio.Sprayer.PutLog(log);
        var list = radio.Run(new LogList());
        list.Outcome.ShouldBe(TransferOutcome.Done);
        list.Logs.Select(l => l.SizeBytes).ShouldBe(logs.Select(l => (long)l.Length));
        foreach (var log in list.Logs)
        {
            var got = radio.Run(new LogDownload(log));
            got.Outcome.ShouldBe(TransferOutcome.Done);
            got.Content.ToArray().ShouldBe(logs[log.Id - 1]);
        }
    }

    [Fact]
    public void A_vehicle_without_logs_has_an_empty_list() => new SimulatorOnRadio(1, 0).Run(new LogList()).ShouldSatisfyAllConditions(
        l => l.Outcome.ShouldBe(TransferOutcome.Done), l => l.Logs.ShouldBeEmpty());

    [Fact]
    public void Packed_parameters_that_are_cut_short_or_of_another_kind_are_none()
    {
        var file = new SimulatorOnRadio(1, 0).Run(new FileRead("@PARAM/param.pck")).Content.ToArray();
        PackedParameters.Read(file)!.ShouldContain(new ParameterValue("SPRAY_ENABLE", 1, MavParamType.Int8));
        for (var cut = 0; cut < file.Length; cut += 97) PackedParameters.Read(file.AsSpan(0, cut)).ShouldBeNull();
        file[0] ^= 1;
        PackedParameters.Read(file).ShouldBeNull();
    }

    [Fact]
    public void Padding_and_defaults_in_packed_parameters_are_passed_over()
    {
        // Two of two: AB int8 = 5 (default 7), then padding, ABC int16 = 300.
        byte[] file = [0x1c, 0x67, 2, 0, 2, 0, 0x11, 0x10, (byte)'A', (byte)'B', 5, 7, 0, 0, 0x02, 0x02, (byte)'C', 0x2c, 0x01];
        PackedParameters.Read(file).ShouldBe([new ParameterValue("AB", 5, MavParamType.Int8), new ParameterValue("ABC", 300, MavParamType.Int16)]);
    }

    [Theory]
    [InlineData(true, TransferOutcome.Done)]
    [InlineData(false, TransferOutcome.Interrupted)]
    public void A_file_whose_checksum_on_the_vehicle_is_another_is_not_called_written(bool same, TransferOutcome outcome)
    {
        var bench = new Bench();
        var write = bench.Start(new FileWrite("/APM/x", "abc"u8.ToArray()));
        for (var step = 0; step < 5; step++) bench.Says(Acknowledge(bench.Sent<FileTransferProtocol>()[^1], FileWrite.Checksum("abc"u8) + (same ? 0u : 1u)));
        write.Result.Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_question_that_is_repeated_keeps_its_number_so_that_nothing_is_done_twice()
    {
        var bench = new Bench();
        bench.Start(new FileWrite("/APM/x", "abc"u8.ToArray()));
        bench.Passes(3);
        var numbers = bench.Sent<FileTransferProtocol>().Select(q => (q.Payload[0], q.Payload[1])).ToList();
        numbers.Count.ShouldBeGreaterThan(3);
        numbers.Distinct().ShouldHaveSingleItem();
    }

    private static FileTransferProtocol Acknowledge(FileTransferProtocol question, uint checksum)
    {
        var answer = new FileTransferProtocol { TargetSystem = 255, TargetComponent = 190 };
        Span<byte> payload = answer.Payload;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16LittleEndian(payload, (ushort)(question.Payload[0] + (question.Payload[1] << 8) + 1));
        (payload[3], payload[4], payload[5]) = (128, 4, question.Payload[3]);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(payload[12..], checksum);
        return answer;
    }
}
