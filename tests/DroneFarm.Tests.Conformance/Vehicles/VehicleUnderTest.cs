using DroneFarm.Core.Geo;
using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Conformance.Vehicles;

/// <summary>One spraying copter, simulated or real firmware, that is reached only by frames and lives in its own time.</summary>
internal abstract class VehicleUnderTest : IAsyncDisposable
{
    public static readonly GeoPoint Home = new(LatitudeDeg: 32.05, LongitudeDeg: 120.82);

    public abstract VehicleKind Kind { get; }

    /// <summary>Seconds of the vehicle's life since its first start.</summary>
    public abstract double NowS { get; }

    /// <summary>The battery voltage below which the failsafe is set by tests.</summary>
    public abstract double LowBatteryV { get; }

    /// <summary>Bytes before the first frame of the last start.</summary>
    public abstract int JunkBytes { get; }

    /// <summary>How often the link ended with a restart; the simulator has no link that could.</summary>
    public virtual int Restarts => 0;

    public abstract void Send(byte[] frame);

    /// <summary>Lets a little time pass and hands over what the vehicle said in it.</summary>
    public abstract void Advance(List<(double AtS, Packet Packet)> into);

    /// <summary>How much faster than the wall it lives from now on; the simulator does not care.</summary>
    public abstract void Pace(double speedUp);

    public abstract void LoseRadioControl(bool lost);

    public abstract void LoseGps(bool lost);

    /// <summary>The battery falls below <see cref="LowBatteryV"/>, or recovers.</summary>
    public abstract void DrainBattery(bool low);

    public abstract ValueTask DisposeAsync();
}
