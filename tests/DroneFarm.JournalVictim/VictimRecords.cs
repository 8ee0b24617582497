using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.JournalVictim;

/// <summary>What the victim writes: each record follows from its vehicle and number, so that whoever finds the journal knows what must be in it.</summary>
public static class VictimRecords
{
    public const int Vehicles = 3;

    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    public static TrackPoint Point(int vehicle, int number) => new(
        Start.AddSeconds(number * 0.1), new VehicleId((byte)vehicle), 1 + (number / 1000),
        new GeoPoint(LatitudeDeg: 32 + (number * 1e-7), LongitudeDeg: 120 + vehicle), 3, 5, number % 3 == 0 ? null : number * 0.01);
}
