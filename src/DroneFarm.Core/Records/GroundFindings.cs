using System.Globalization;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Records;

/// <summary>What the ground says: dry fields, missed strips, spray beside the target, flown line without word of the pump.</summary>
internal static class GroundFindings
{
    /// <summary>Ends of swaths are off by a metre or two of flight (ARDUPILOT.md point 7); a field is told about from this share of its planned area on.</summary>
    private const double MissedShare = 0.01;

    /// <summary>From this share of a field's planned area on the field was not treated: the record would claim what was not done.</summary>
    private const double UntreatedShare = 0.5;

    /// <summary>Of all ground sprayed.</summary>
    private const double OffTargetShare = 0.001;

    private const double WorthTellingM2 = 1, WorthTellingM = 1;

    public static IEnumerable<Finding> Of(AsApplied applied, LocalFrame frame)
    {
        foreach (var field in applied.Fields.Where(f => f.PlannedM2 > 0))
        {
            var share = field.MissedM2 / field.PlannedM2;
            if (share > UntreatedShare) yield return Finding.Error("records.ground.untreated", field.Name, Percent(share)) with { FieldId = field.FieldId };
            else if (share > MissedShare) yield return Finding.Warning("records.ground.missed", field.Name, Area(field.MissedM2), Percent(share)) with { FieldId = field.FieldId };
        }

        var offM2 = applied.OffTarget.Area;
        if (offM2 > WorthTellingM2 && offM2 > OffTargetShare * applied.Sprayed.Area)
            yield return Finding.Warning("records.ground.off-target", Area(offM2)) with { At = Largest(applied.OffTarget, frame) };
        if (applied.UnknownFlowM > WorthTellingM)
            yield return Finding.Warning("records.ground.unknown-flow", applied.UnknownFlowM.ToString("F0", CultureInfo.InvariantCulture));
    }

    private static GeoPoint Largest(Geometry shape, LocalFrame frame)
    {
        var parts = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN);
        return frame.ToGeo(LocalPoint.From(parts.MaxBy(p => p.Area)!.PointOnSurface.Coordinate));
    }

    private static string Area(double areaM2) => areaM2.ToString("F0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (share * 100).ToString("F1", CultureInfo.InvariantCulture);
}
