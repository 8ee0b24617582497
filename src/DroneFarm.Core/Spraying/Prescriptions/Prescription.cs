namespace DroneFarm.Core.Spraying.Prescriptions;

/// <summary>What an agronomist prescribes where: rates of the same mixture, by zone.</summary>
/// <param name="Name">As messages and the record call it.</param>
/// <param name="Zones">They do not overlap.</param>
/// <param name="ElsewhereLPerHa">Where no zone lies; null for the job's rate.</param>
public sealed record Prescription(string Name, IReadOnlyList<RateZone> Zones, double? ElsewhereLPerHa = null)
{
    /// <summary>Every rate that occurs, the job's among them where the rest of a field gets it.</summary>
    public IEnumerable<double> RatesLPerHa(double jobRateLPerHa) => Zones.Select(z => z.RateLPerHa).Append(ElsewhereLPerHa ?? jobRateLPerHa).Distinct();
}
