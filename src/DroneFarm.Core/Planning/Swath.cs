using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning;

/// <summary>One straight pass with the pump on.</summary>
/// <param name="Number">Counts within the field from 1.</param>
/// <param name="WidthM">Of the sprayed band; the ground it wets is the rectangle of this width around the line, with flat ends.</param>
/// <param name="Kind">Whether it runs along the field's edge or across its mainland.</param>
/// <param name="Dose">Its own rate and speed under a prescription; null for the job's.</param>
/// <param name="HeightM">Over the crop, where it is flown lower than the job says; null for the job's.</param>
public sealed record Swath(
    int Number, string FieldId, LocalPoint Start, LocalPoint End, double WidthM, SwathKind Kind, SwathDose? Dose = null, double? HeightM = null)
{
    public double LengthM => Start.DistanceM(End);

    public Swath Reversed => this with { Start = End, End = Start };

    /// <summary>The part between two distances from its start; ends that reach its own are exactly its own.</summary>
    public Swath Between(double fromM, double toM)
    {
        var along = (End - Start).Unit;
        return this with { Start = fromM <= 0 ? Start : Start + (along * fromM), End = toM >= LengthM ? End : Start + (along * toM) };
    }

    // The generated one would print Reversed, whose Reversed it would print.
    public override string ToString() => $"{Kind} {Number} of field {FieldId}, {LengthM:0.0} m";
}
