using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>What telemetry last told of the flight, and the changes of mode and pump with their moments and places.</summary>
internal sealed class Flown(LocalFrame frame)
{
    /// <summary>Point 5: off is SERVO9_MIN (1000 in these tests) or nothing at all.</summary>
    private const int PumpMarginUs = 3, PumpMinUs = 1000;

    private readonly List<(double AtS, FlightMode Mode)> modes = [];
    private readonly List<(double AtS, bool On, LocalPoint Place)> pump = [];

    public FlightMode Mode { get; private set; }

    public bool Armed { get; private set; }

    public LocalPoint Place { get; private set; }

    public double HeightM { get; private set; }

    public double SpeedMps { get; private set; }

    public double MaxSpeedMps { get; set; }

    public int PumpUs { get; private set; }

    public int SpinnerUs { get; private set; }

    public bool Pumping => PumpUs > PumpMinUs + PumpMarginUs;

    /// <summary>Way flown with the pump on.</summary>
    public double SprayedM { get; set; }

    public IReadOnlyList<(double AtS, FlightMode Mode)> Modes => modes;

    public IReadOnlyList<(double AtS, bool On, LocalPoint Place)> Pump => pump;

    public double SinceS(FlightMode mode) => modes.Last(m => m.Mode == mode).AtS;

    public void See(double atS, Packet packet)
    {
        if (packet.SystemId != 1) return;
        if (packet.TryRead(out Heartbeat beat)) See(atS, beat);
        else if (packet.TryRead(out GlobalPositionInt place)) See(place);
        else if (packet.TryRead(out ServoOutputRaw outputs)) See(atS, outputs);
    }

    private void See(double atS, Heartbeat beat)
    {
        var mode = (FlightMode)beat.CustomMode;
        if (modes.Count == 0 || mode != Mode) modes.Add((atS, mode));
        (Mode, Armed) = (mode, beat.BaseMode.HasFlag(MavModeFlag.SafetyArmed));
    }

    private void See(GlobalPositionInt place)
    {
        if (place.Lat == 0 && place.Lon == 0) return;
        var now = frame.ToLocal(new GeoPoint(LatitudeDeg: place.Lat / 1e7, LongitudeDeg: place.Lon / 1e7));
        if (Pumping) SprayedM += now.DistanceM(Place);
        (Place, HeightM) = (now, place.RelativeAlt / 1000.0);
        SpeedMps = Math.Sqrt((place.Vx * place.Vx) + (place.Vy * place.Vy)) / 100.0;
        MaxSpeedMps = Math.Max(MaxSpeedMps, SpeedMps);
    }

    private void See(double atS, ServoOutputRaw outputs)
    {
        var was = Pumping;
        (PumpUs, SpinnerUs) = (outputs.Servo9Raw, outputs.Servo10Raw);
        if (Pumping != was) pump.Add((atS, Pumping, Place));
    }
}
