using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// Asks for the wanted messages and asks again for those that stay away or come too seldom: after a lost request, a reconnect, a reboot, or another ground
/// station's wish it is all the same. What the vehicle does not know is asked for ever more seldom, up to <see cref="Longest"/>.
/// </summary>
public sealed class StreamKeeper
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Requests in a row before patience grows: a link that loses a third of its packets loses three running once in forty times, and six once in two thousand.</summary>
    private const int Eager = 6;

    private readonly List<Watched> all;

    public StreamKeeper(IEnumerable<WantedMessage> streams) => all = [.. streams.Select(s => new Watched(s))];

    /// <summary>Counts an arrival.</summary>
    public void Saw(in Packet packet)
    {
        foreach (var watched in all)
        {
            if (watched.Message.MessageId == packet.MessageId) watched.Seen++;
        }
    }

    /// <summary>Forgets all patience, as after a reboot.</summary>
    public void Restart()
    {
        foreach (var watched in all) (watched.NextLook, watched.Patience, watched.Vain) = (DateTimeOffset.MinValue, Window, 0);
    }

    /// <summary>Asks for what is due. Called about once a second.</summary>
    public void Look(DateTimeOffset now, IPeer vehicle)
    {
        foreach (var watched in all.Where(w => now >= w.NextLook))
        {
            // A third of the wanted rate is the least that a link which loses half its packets still brings.
            var enough = watched.Asked && watched.Seen >= (now - watched.LastLook) / watched.Message.Interval / 3;
            if (!enough) Ask(watched.Message, vehicle);
            watched.Vain = enough || !watched.Asked ? 0 : watched.Vain + 1;
            watched.Patience = watched.Vain < Eager ? Window : TimeSpan.FromTicks(Math.Min(watched.Patience.Ticks * 2, Longest.Ticks));
            (watched.Asked, watched.Seen, watched.LastLook, watched.NextLook) = (true, 0, now, now + watched.Patience);
        }
    }

    private static void Ask(WantedMessage stream, IPeer vehicle)
    {
        var command = Command.MessageInterval(stream.MessageId, stream.Interval);
        vehicle.Send(new CommandLong
        {
            TargetSystem = vehicle.SystemId,
            TargetComponent = vehicle.ComponentId,
            Command = command.Id,
            Param1 = command.P1,
            Param2 = command.P2,
        });
    }

    private sealed class Watched(WantedMessage stream)
    {
        public WantedMessage Message { get; } = stream;

        public bool Asked { get; set; }

        public int Seen { get; set; }

        /// <summary>Requests in a row that brought nothing.</summary>
        public int Vain { get; set; }

        public TimeSpan Patience { get; set; } = Window;

        public DateTimeOffset LastLook { get; set; }

        public DateTimeOffset NextLook { get; set; } = DateTimeOffset.MinValue;
    }
}
