using System.Text;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Files;
using DroneFarm.Flight.Exchanges.Logs;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Shared;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Every exchange, once, with real ArduCopter firmware over TCP.</summary>
public sealed class ExchangesOnSitl
{
    private const double SpeedUp = 3;
    private static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.80);

    [Fact]
    public async Task Each_exchange_comes_to_its_good_end_with_real_ArduCopter_firmware()
    {
        await using var sitl = Sitl.Start(Home, SpeedUp);
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), SpeedUp);
        await using var station = new GroundStation(clock);
        station.Open(new LinkUrl(LinkKind.Tcp, "127.0.0.1", sitl.Port));
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(5), cancel: TestContext.Current.CancellationToken)).ShouldNotBeNull();

        var list = await RunAsync(vehicle, new ParameterList());
        list.Outcome.ShouldBe(TransferOutcome.Done);
        list.Parameters.Count.ShouldBeGreaterThan(1300);
        var file = await RunAsync(vehicle, new FileRead("@PARAM/param.pck"));
        file.Outcome.ShouldBe(TransferOutcome.Done);
        var packed = PackedParameters.Read(file.Content.Span).ShouldNotBeNull();
        // The calibrations may move between the two readings.
        var differing = list.Parameters.Count(p => packed.FirstOrDefault(q => q.Name == p.Name)?.Value != p.Value);
        differing.ShouldBeLessThan(40);
        Say($"{list.Parameters.Count} parameters one by one, {packed.Count} as a file of {file.Content.Length} bytes, {differing} differ");

        var script = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("-- nothing\n", 60)));
        (await RunAsync(vehicle, new FileWrite("scripts/dronefarm.lua", script))).Outcome.ShouldBe(TransferOutcome.Done);
        (await RunAsync(vehicle, new FileRead("scripts/dronefarm.lua"))).Content.ToArray().ShouldBe(script);
        var listing = await RunAsync(vehicle, new FileListing("scripts"));
        listing.Entries.ShouldContain(e => e.Name == "dronefarm.lua" && e.SizeBytes == script.Length);
        (await ScriptInstall.ApplyAsync(vehicle, OnBoardScript.Guard, clock, TestContext.Current.CancellationToken)).ShouldBeNull();
        vehicle.State.Guard.ShouldNotBeNull().Value.ShouldBe(0);
        (await RunAsync(vehicle, new FileRead("scripts/none.lua"))).Outcome.ShouldBe(TransferOutcome.Refused);

        (await RunAsync(vehicle, new VerifiedUpload(MavMissionType.Mission, Items(20, 3)))).IsVerified.ShouldBeTrue();
        (await RunAsync(vehicle, new MissionUpload(MavMissionType.Mission, Items(20, 7)[4..7], first: 4))).Outcome.ShouldBe(TransferOutcome.Done);
        (await RunAsync(vehicle, new MissionDownload(MavMissionType.Mission))).Items.Skip(1).Take(8).Select(i => i.Z).ShouldBe([3, 3, 3, 7, 7, 7, 3, 3]);
        (await RunAsync(vehicle, new MissionClear(MavMissionType.Mission))).Outcome.ShouldBe(TransferOutcome.Done);

        var version = await RunAsync(vehicle, new MessageRequest<AutopilotVersion>());
        version.Came.ShouldBeTrue();
        var difference = await RunAsync(vehicle, new ClockComparison());
        difference.Answers.ShouldBe(ClockComparison.Samples);
        Say($"firmware {version.Message.FlightSwVersion >> 24}.{(version.Message.FlightSwVersion >> 16) & 255}.{(version.Message.FlightSwVersion >> 8) & 255}, round trip {difference.RoundTrip.TotalMilliseconds:0} ms");

        // Unasked it logs only in flight.
        (await RunAsync(vehicle, new ParameterSet("LOG_DISARMED", 1))).Outcome.ShouldBe(ParameterOutcome.Done);
        await Task.Delay(TimeSpan.FromSeconds(10), clock, TestContext.Current.CancellationToken);
        (await RunAsync(vehicle, new ParameterSet("LOG_DISARMED", 0))).Outcome.ShouldBe(ParameterOutcome.Done);
        var logs = await RunAsync(vehicle, new LogList());
        logs.Outcome.ShouldBe(TransferOutcome.Done);
        Say($"{logs.Logs.Count} logs on board, the first of {logs.Logs[0].SizeBytes} bytes");
        foreach (var log in logs.Logs.Where(l => l.SizeBytes > 0).Take(1))
        {
            var got = await RunAsync(vehicle, new LogDownload(log with { SizeBytes = Math.Min(log.SizeBytes, 90_000) }));
            got.Outcome.ShouldBe(TransferOutcome.Done);
            got.Content.Length.ShouldBe((int)Math.Min(log.SizeBytes, 90_000));
            got.Content.Span[..2].ToArray().ShouldBe([0xA3, 0x95], "a dataflash log begins so");
        }

        (await RunAsync(vehicle, new CommandExchange(new Command(MavCmd.DoReposition, P2: 1, Place: new CommandPlace(MavFrame.GlobalRelativeAlt, 320_500_000, 1_208_000_000))))).ShouldNotBe(CommandOutcome.TimedOut);
        (await RunAsync(vehicle, new Reboot())).ShouldBe(CommandOutcome.Accepted);
        (await vehicle.WaitAsync((state, now) => state.Motion.IsFresh(now, TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(60))).ShouldBeTrue("the streams are asked for again after the reboot");
    }

    private static Task<TResult> RunAsync<TResult>(Vehicle vehicle, Exchange<TResult> exchange)
        where TResult : notnull => vehicle.RunAsync(exchange, TestContext.Current.CancellationToken);

    private static WireItem[] Items(int count, double heightM) =>
        [.. Enumerable.Range(0, count).Select(i => WireItem.Of(MissionItem.Waypoint(Home with { LatitudeDeg = 32.05 + (i * 1e-5) }, heightM)))];

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
