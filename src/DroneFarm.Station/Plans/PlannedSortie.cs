using DroneFarm.Core.Planning;

namespace DroneFarm.Station.Plans;

/// <summary>One sortie in a list.</summary>
public sealed record PlannedSortie(int Number, int Vehicle, double Litres, double Minutes, double EnergyWh, double StartS, double SprayedM, double LengthM, string From)
{
    public static PlannedSortie Of(Sortie s) =>
        new(s.Number, s.Vehicle, s.Litres, s.Duration.TotalMinutes, s.EnergyWh, s.Start.TotalSeconds, s.SprayedM, s.LengthM, s.From.Name);
}
