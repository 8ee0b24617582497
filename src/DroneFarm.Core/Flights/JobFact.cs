namespace DroneFarm.Core.Flights;

/// <summary>
/// Something that must be known to go on with a job after a crash: a breakpoint, a state entered, a remainder planned. The journal keeps it as it is and gives
/// no meaning to it.
/// </summary>
/// <param name="Kind">What it is, a word of whoever noted it.</param>
/// <param name="Values">Names that carry their units, and values as text.</param>
public sealed record JobFact(DateTimeOffset At, VehicleId Vehicle, int SortieNumber, string Kind, IReadOnlyDictionary<string, string> Values)
{
    public bool Equals(JobFact? other) =>
        other is not null && (At, Vehicle, SortieNumber, Kind) == (other.At, other.Vehicle, other.SortieNumber, other.Kind)
        && Values.Count == other.Values.Count && Values.All(v => other.Values.TryGetValue(v.Key, out var value) && value == v.Value);

    public override int GetHashCode() => HashCode.Combine(At, Vehicle, SortieNumber, Kind, Values.Count);
}
