namespace DroneFarm.Core.Spraying;

/// <summary>How far a product's spray drifts, by release height and wind. All of it is data of a file: trials disagree, and nozzles and products differ.</summary>
/// <param name="Distances">By rising height.</param>
/// <param name="ReferenceWindMps">The wind at which the distances are taken to hold.</param>
/// <param name="LeastWindMps">A weaker wind is taken to be this strong.</param>
/// <param name="WindExponent">Distances grow with (wind / reference wind) to this power; 1 is in proportion.</param>
/// <param name="SectorHalfDeg">To each side of the mean wind: gusts turn, and a forecast errs.</param>
/// <param name="EdgeShare">Of the distance, kept from the field's own edge where the wind leaves it for ground that is no field of the farm.</param>
/// <param name="NeighbourGapM">Another field of the farm that lies no farther off counts as next door: a bund between them is no foreign ground.</param>
/// <param name="Source">Where the numbers come from, and which of them are assumed.</param>
public sealed record DriftProfile(
    IReadOnlyList<DriftDistance> Distances,
    double ReferenceWindMps,
    double LeastWindMps,
    double WindExponent,
    double SectorHalfDeg,
    double EdgeShare,
    double NeighbourGapM,
    string Source)
{
    /// <summary>The greatest height that was measured, metres; beyond it the last two distances are only continued.</summary>
    public double HighestM => Distances.Count > 0 ? Distances[^1].HeightM : 0;

    /// <summary>How far spray drifts downwind, metres.</summary>
    public double DistanceM(double heightM, double windMps) =>
        AtReferenceM(heightM) * Math.Pow(Math.Max(windMps, LeastWindMps) / ReferenceWindMps, WindExponent);

    public bool Equals(DriftProfile? other) =>
        other is not null && Distances.SequenceEqual(other.Distances) && ReferenceWindMps == other.ReferenceWindMps && LeastWindMps == other.LeastWindMps
        && WindExponent == other.WindExponent && SectorHalfDeg == other.SectorHalfDeg && EdgeShare == other.EdgeShare && NeighbourGapM == other.NeighbourGapM && Source == other.Source;

    public override int GetHashCode() => HashCode.Combine(Distances.Count, ReferenceWindMps, SectorHalfDeg, Source);

    /// <summary>Straight between the measured heights; below the lowest its distance, so that flying lower than any trial promises nothing.</summary>
    private double AtReferenceM(double heightM)
    {
        if (Distances.Count == 0) return 0;
        if (Distances.Count == 1 || heightM <= Distances[0].HeightM) return Distances[0].DistanceM;
        var i = 1;
        while (i + 1 < Distances.Count && heightM > Distances[i].HeightM) i++;
        var (low, high) = (Distances[i - 1], Distances[i]);
        return low.DistanceM + ((heightM - low.HeightM) / (high.HeightM - low.HeightM) * (high.DistanceM - low.DistanceM));
    }
}
