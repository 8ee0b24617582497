using System.Security.Cryptography;
using System.Text;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Station.Access;
using DroneFarm.Station.Flights;

namespace DroneFarm.Station.Live;

/// <summary>Turns the snapshots of vehicles, links and flights into what pages show.</summary>
public sealed class LiveView(GroundStation ground, FlightDesk flights, ControlToken control, ScreenWatchdog watchdog, StationOptions options)
{
    public LivePicture Picture()
    {
        var now = options.Time.GetUtcNow();
        return new LivePicture(
            now,
            control.Holder is { } holder ? MarkOf(holder) : null,
            watchdog.IsAlive,
            options.IsSimulated,
            [.. ground.Vehicles.OrderBy(v => v.Id.SystemId).Select(v => Of(v, now))],
            [.. ground.Links.Select(Of)],
            flights.Alarms.Latest());
    }

    /// <summary>Tells pages whose control it is without telling them another's session.</summary>
    public static string MarkOf(string session) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("mark:" + session)))[..12];

    private VehicleNow Of(Vehicle vehicle, DateTimeOffset now)
    {
        var state = vehicle.State;
        var flight = flights.Of(vehicle.Id);
        var pump = flights.PumpOf(vehicle.Id);
        return new VehicleNow(
            vehicle.Id.SystemId,
            vehicle.IsLost,
            state.LastHeard is { } heard ? Math.Round((now - heard).TotalSeconds, 2) : null,
            vehicle.RoundTrip?.TotalMilliseconds,
            state.Pulse.Aged(now, p => ModeName.Of(p.Mode)),
            state.IsArmed,
            state.IsOnGround,
            state.Fix.Aged(now, f => new SatellitesNow(Word(f.Type), f.Satellites, f.Hdop)),
            state.Battery.Aged(now, b => new BatteryNow(b.Percent, b.VoltageV, b.CurrentA, flights.MinutesToReturn(vehicle, b))),
            state.Motion.Aged(now, m => new PlaceNow(m.Place.LongitudeDeg, m.Place.LatitudeDeg, m.HeightM, m.SpeedMps, m.ClimbMps, m.Heading?.Degrees)),
            state.Wind.Aged(now, w => new WindNow(w.SpeedMps, w.From.Degrees)),
            state.Servos.Aged(now, s => pump.FlowLPerMin(s.PulseUs(pump.Channel))),
            state.PreArmOk.Aged(now, ok => ok),
            state.Notice.Aged(now, n => n.Text),
            [.. vehicle.Links.Select(l => new LinkServes(l.Link.Url?.ToString() ?? "-", 100 * l.LossShare, l.RateHz, (now - l.LastHeard).TotalSeconds, l.IsUsed))],
            flight?.Now(now));
    }

    private static LinkNow Of(Link link)
    {
        var counts = link.Counts;
        return new LinkNow(
            link.Url?.ToString() ?? "-", link.State.ToString().ToLowerInvariant(), link.LastFault?.Message, counts.Received, counts.Sent, counts.Damaged, counts.JunkBytes, counts.Overrun,
            counts.SendOverrun, counts.Opened);
    }

    private static string Word(GpsFixType type) => type switch
    {
        GpsFixType.Type2dFix => "2d",
        GpsFixType.Type3dFix => "3d",
        GpsFixType.Dgps => "dgps",
        GpsFixType.RtkFloat => "rtk-float",
        GpsFixType.RtkFixed => "rtk-fixed",
        >= GpsFixType.Static => "3d",
        _ => "none",
    };
}
