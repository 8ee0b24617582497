using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim;

/// <summary>What is really so, whatever telemetry says or loses.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="HeightM">Above the place of switching on.</param>
/// <param name="EmittedL">All that ever left the nozzles.</param>
/// <param name="SprayPermitted">DO_SPRAYER was last 1 (point 2).</param>
/// <param name="Halted">The firmware stopped with an internal error (point 34).</param>
public sealed record Truth(
    GeoPoint Place, double HeightM, Heading Heading, double GroundSpeedMps, double ClimbMps, FlightMode Mode, bool Armed, bool OnGround,
    double TankL, double EmittedL, double FlowLPerMin, bool SprayPermitted, double BatteryCharge, double BatteryV, bool Halted);
