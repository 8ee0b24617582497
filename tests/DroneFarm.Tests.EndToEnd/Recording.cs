using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A tlog of a simulated sprayer that stands on the ground.</summary>
internal static class Recording
{
    public static void Write(Stream tlog, TimeSpan length)
    {
        var sprayer = new SimulatedSprayer(new SprayerOptions { Home = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), KeepSprayTrace = false, AsciiBanner = false });
        var start = new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
        var (ground, parser, packets) = (new PacketSender(255, 190), new PacketParser(), new List<Packet>());
        sprayer.Step(TimeSpan.FromSeconds(45)); // until it knows where it is
        sprayer.Receive(ground.Pack(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.SetMessageInterval, Param1 = GlobalPositionInt.Id, Param2 = 200_000 }));
        for (var at = TimeSpan.Zero; at < length; at += TimeSpan.FromMilliseconds(100))
        {
            packets.Clear();
            foreach (var frame in sprayer.Step(TimeSpan.FromMilliseconds(100))) parser.Feed(frame, packets);
            // Before the recording began its numbers ran on: the first heard is the first counted.
            foreach (var packet in packets) TlogWriter.Write(tlog, start + at, packet);
        }

    }
}
