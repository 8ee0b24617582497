using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.Cli.Flying;

/// <summary>A simulated sprayer with the body of a plan's sprayer, standing at its first refill point. The ground reaches it by MAVLink over UDP only.</summary>
internal static class SimulatedVehicle
{
    /// <summary>Several stand side by side at one refill point.</summary>
    private const double StandsAtM = 15;

    /// <summary>RNGFND1_TYPE of ArduPilot's own simulation, and the height above the sea of the plain on its card: without heights of the ground, jobs over the terrain are flown over it.</summary>
    private const double SimulatedRangefinder = 100, FlatM = 5;

    /// <param name="number">In the plan; its system id too. It stands where that vehicle's first sortie takes off.</param>
    /// <param name="groundM">Heights that it will be sent; its card is empty then. Null for a plain on its card.</param>
    public static SimulatedSprayerHost Start(Plan plan, int groundPort, TimeProvider time, int number = 1, Func<GeoPoint, double?>? groundM = null)
    {
        var stands = (plan.Sorties.FirstOrDefault(s => s.Vehicle == number) ?? plan.Sorties[0]).From.Place;
        return Start(plan.Sprayer, plan.Farm.Frame.ToGeo(stands), $"udp:{IPAddress.Loopback}:{groundPort.ToString(CultureInfo.InvariantCulture)}", time, (byte)number, groundM);
    }

    /// <summary>It carries the guard, and the script that a prescription's missions need.</summary>
    public static SimulatedSprayerHost Start(Sprayer sprayer, GeoPoint home, string address, TimeProvider time, byte systemId = 1, Func<GeoPoint, double?>? groundM = null, FirmwareRelease release = default)
    {
        var simulated = new SimulatedSprayer(new SprayerOptions
        {
            SystemId = systemId, Home = home, Release = release, Body = BodyOf(sprayer), KeepSprayTrace = false, Scripts = [OnBoardScripts.Guard, OnBoardScripts.Rate],
            Parameters = new Dictionary<string, double>(SprayerOptions.SprayingParameters) { ["RNGFND1_TYPE"] = SimulatedRangefinder },
            TerrainM = groundM is null ? _ => FlatM : null, HomeAltitudeM = groundM?.Invoke(home) ?? FlatM,
        });
        return new SimulatedSprayerHost(simulated, address, time);
    }

    /// <summary>What people do at the refill point between two sorties.</summary>
    public static void Refill(SimulatedSprayerHost host, double litres) => host.With(sprayer =>
    {
        sprayer.Refill(litres);
        sprayer.SwapBattery();
    });

    /// <summary>One that stands elsewhere rides on with the tender, or is carried.</summary>
    public static void Carry(SimulatedSprayerHost host, GeoPoint refillPoint) => host.With(sprayer =>
    {
        if (new LocalFrame(refillPoint).ToLocal(sprayer.Truth.Place).DistanceM(default) > StandsAtM) sprayer.CarryTo(refillPoint);
    });

    /// <summary>A port that is free now; the ground listens there before the vehicle speaks.</summary>
    public static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }

    internal static BodyOptions BodyOf(Sprayer sprayer)
    {
        var body = new BodyOptions();
        var packVolts = 3.7 * body.BatteryCells;
        return body with
        {
            EmptyMassKg = sprayer.EmptyMassKg,
            TankL = sprayer.TankL,
            StartLiquidL = 0,
            PumpMaxFlowLPerMin = sprayer.PumpMaxFlowLPerMin,
            EmptyHoverPowerW = sprayer.PowerW(0),
            BatteryCapacityAh = sprayer.BatteryWh / packVolts,
        };
    }
}
