using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>Reckons what a vehicle in the air still has and needs. Pure.</summary>
public static class SupplyMeter
{
    /// <summary>Share of the planned reserve that is kept for the landing itself; the rest of it is what the way home may use when a flight took more than its plan.</summary>
    private const double LandingReserveShare = 0.6;

    private const double LandingS = 30;

    /// <param name="filledL">Null when nobody said.</param>
    /// <param name="fraction">Of the sortie's way that is flown, 0 to 1.</param>
    public static Supplies Of(Plan plan, Sortie sortie, VehicleState vehicle, Flown flown, double? filledL, double fraction, DateTimeOffset now)
    {
        var left = filledL - flown.Litres;
        var fresh = vehicle.Battery.IsFresh(now, VehicleState.DecidesFor) ? vehicle.Battery!.Value.Value.Percent : null;
        return new Supplies(
            left is < 0 ? 0 : left,
            Math.Max(0, sortie.Litres - flown.Litres),
            sortie.Duration * (1 - fraction),
            fresh is { } percent ? plan.Sprayer.BatteryWh * percent / 100 : null,
            HomeWh(plan, sortie, vehicle, left ?? sortie.Litres));
    }

    /// <summary>Straight home at transit speed with what is in the tank, the landing, and a share of the reserve that is never planned with.</summary>
    private static double HomeWh(Plan plan, Sortie sortie, VehicleState vehicle, double litres)
    {
        var sprayer = plan.Sprayer;
        var awayM = vehicle.Motion is { } motion ? plan.Farm.Frame.ToLocal(motion.Value.Place).DistanceM(sortie.To.Place) : 0;
        var climbS = Math.Max(0, plan.Job.TransitHeightM - (vehicle.Motion?.Value.HeightM ?? 0)) / Math.Max(0.1, sprayer.ClimbMps);
        var seconds = climbS + (awayM / Math.Max(0.1, plan.Job.TransitSpeedMps)) + LandingS;
        return (sprayer.PowerW(Math.Max(0, litres)) * seconds / 3600) + (sprayer.BatteryWh * sprayer.ReserveFraction * LandingReserveShare);
    }
}
