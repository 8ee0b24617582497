using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>How near a plan comes, on one field or all of them, to what no plan can beat. Ratios are 1 at best; null where there is nothing to divide by.</summary>
/// <param name="FieldId">Null for the whole job.</param>
/// <param name="AreaM2">Of the sprayable ground.</param>
/// <param name="WorkingM">Length of all swaths.</param>
/// <param name="LeastWorkingM">Area divided by the sprayer's swath width.</param>
/// <param name="Turns">From one swath of a field to its next.</param>
/// <param name="LeastTurns">Least width of the field's hull divided by the swath width.</param>
/// <param name="NonWorkingM">Transits from swath to swath; for the whole job also those from field to field and from and to refill points.</param>
public sealed record FieldBounds(string? FieldId, double AreaM2, double WorkingM, double LeastWorkingM, int Turns, double LeastTurns, double NonWorkingM)
{
    public double? WorkingRatio => LeastWorkingM > 0 ? WorkingM / LeastWorkingM : null;

    public double? TurnsRatio => LeastTurns > 0 ? Turns / LeastTurns : null;

    public double? NonWorkingMPerHa => AreaM2 > 0 ? NonWorkingM / (AreaM2 / 10_000) : null;

    /// <returns>One for each field that is not refused, in the plan's order.</returns>
    public static IReadOnlyList<FieldBounds> OfFields(Plan plan)
    {
        var insideM = new Dictionary<string, double>();
        foreach (var (fieldId, transitM) in plan.Sorties.SelectMany(Inside)) insideM[fieldId] = insideM.GetValueOrDefault(fieldId) + transitM;
        var widthM = plan.Sprayer.SwathWidthM;
        return [.. plan.Fields.Where(f => !f.IsRefused).Select(f => new FieldBounds(
            f.Field.Id, f.Sprayable.Area, f.Swaths.Sum(s => s.LengthM), f.Sprayable.Area / widthM,
            Math.Max(0, f.Swaths.Count - 1), LeastWidthM(f.Field.Boundary) / widthM, insideM.GetValueOrDefault(f.Field.Id)))];
    }

    public static FieldBounds OfJob(Plan plan, IReadOnlyList<FieldBounds> fields) => new(
        null, fields.Sum(f => f.AreaM2), fields.Sum(f => f.WorkingM), fields.Sum(f => f.LeastWorkingM), fields.Sum(f => f.Turns), fields.Sum(f => f.LeastTurns),
        plan.Sorties.Sum(s => s.TransitM));

    /// <summary>The least distance between two parallel lines with the whole shape between them: one of them lies along a side of its hull.</summary>
    public static double LeastWidthM(Geometry shape)
    {
        if (shape.ConvexHull() is not Polygon { IsEmpty: false } hull) return 0;
        var corners = Array.ConvertAll(hull.Shell.Coordinates, LocalPoint.From);
        var least = double.PositiveInfinity;
        for (var i = 1; i < corners.Length; i++)
        {
            var along = (corners[i] - corners[i - 1]).Unit;
            var widthM = 0.0;
            foreach (var corner in corners) widthM = Math.Max(widthM, Math.Abs(along.Cross(corner - corners[i])));
            least = Math.Min(least, widthM);
        }

        return least;
    }

    private static IEnumerable<(string FieldId, double TransitM)> Inside(Sortie sortie)
    {
        var (before, wayM) = (default(SprayLeg), 0.0);
        foreach (var leg in sortie.Legs)
        {
            if (leg is not SprayLeg spray)
            {
                wayM += leg.LengthM;
                continue;
            }

            if (before?.Swath.FieldId == spray.Swath.FieldId) yield return (spray.Swath.FieldId, wayM);
            (before, wayM) = (spray, 0);
        }
    }
}
