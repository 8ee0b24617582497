namespace DroneFarm.Tests.EndToEnd;

/// <summary>A job that was flown is not flown again by a slip of the hand.</summary>
public sealed class FlyingAgain : IDisposable
{
    private readonly string folder = Inputs.NewFolder();

    [Fact]
    public async Task A_flown_job_is_flown_again_only_when_asked_and_resuming_it_flies_nothing()
    {
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--fields", "A3", "--out", "j")).ExitCode.ShouldBe(0);
        (await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--speed", "60")).ExitCode.ShouldBe(0);
        var (journal, record) = (Bytes("journal.jsonl"), Bytes("record.json"));

        var again = await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1");
        again.ExitCode.ShouldBe(2);
        again.ErrorLines.ShouldHaveSingleItem().ShouldContain("--again");
        var resumed = await Dronefarm.RunAsync(folder, "resume", "j", "--sim", "1");
        resumed.ExitCode.ShouldBe(0);
        resumed.Output.ShouldContain("Nothing is left to spray.");
        var real = await Dronefarm.RunAsync(folder, "resume", "j", "--link", "udp://:14999");
        real.ExitCode.ShouldBe(2);
        real.ErrorLines.ShouldHaveSingleItem().ShouldContain("simulated");

        Bytes("journal.jsonl").ShouldBe(journal);
        Bytes("record.json").ShouldBe(record);
    }

    [Fact]
    public async Task A_flight_that_is_asked_for_again_keeps_journal_and_packets_of_the_one_before()
    {
        await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--fields", "A3", "--out", "j");
        await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--speed", "60");
        var (journal, packets) = (Bytes("journal.jsonl"), Bytes("flight.tlog"));
        (await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--speed", "60", "--again")).ExitCode.ShouldBe(0);
        Bytes("journal-1.jsonl").ShouldBe(journal);
        Bytes("flight.tlog").ShouldBe(packets);
        Bytes("flight-2.tlog").Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("--wind", "-4")]
    [InlineData("--wind-from", "999")]
    [InlineData("--humidity", "300")]
    [InlineData("--temperature", "NaN")]
    public async Task Weather_that_no_air_has_is_refused_before_anything_is_begun(string option, string value)
    {
        await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--fields", "A3", "--out", "j");
        var flown = await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", option, value);
        flown.ExitCode.ShouldBe(2);
        flown.ErrorLines.ShouldHaveSingleItem().ShouldContain(option);
        File.Exists(Path.Combine(folder, "j", "journal.jsonl")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(folder, "j", name));
}
