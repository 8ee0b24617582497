using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Checking;

/// <summary>The litres that the missions bring to each zone of a prescription against what it asks for on the ground they wet.</summary>
/// <remarks>
/// A sprayer changes its rate along the track only, for its whole width: on a border that runs along a swath both sides get their mean, and small zones
/// a mixture. That is told, and only a zone of many swaths that is far off is an error.
/// </remarks>
internal static class ZoneLitres
{
    private const double Warns = 0.1, Fails = 0.25;

    /// <summary>Of the swath width squared: a zone smaller than the first is told and not refused, one smaller than the second not even told.</summary>
    private const double LargeSquares = 40, SmallSquares = 4;

    public static IEnumerable<Finding> Of(Plan plan, IReadOnlyList<SprayedLine> lines)
    {
        if (plan.Job.Prescription is not { } prescription) yield break;
        var index = new STRtree<SprayedLine>();
        foreach (var line in lines) index.Insert(line.Strip.Envelope, line);
        var squareM2 = plan.Sprayer.SwathWidthM * plan.Sprayer.SwathWidthM;
        foreach (var zone in prescription.Zones.Where(z => z.RateLPerHa > 0))
        {
            var shape = zone.ShapeIn(plan.Farm.Frame);
            var (litres, wettedM2) = Brought(shape, index, plan.Job.RateLPerHa);
            if (wettedM2 < SmallSquares * squareM2) continue;
            var broughtLPerHa = litres / wettedM2 * 10_000;
            var off = Math.Abs((broughtLPerHa / zone.RateLPerHa) - 1);
            if (off <= Warns) continue;
            var severity = off > Fails && wettedM2 > LargeSquares * squareM2 ? Severity.Error : Severity.Warning;
            yield return new Finding(severity, Text.Phrase.Of("check.rate.zone", zone.Id, Say.Tenth(broughtLPerHa), Say.Tenth(zone.RateLPerHa), Say.Whole(wettedM2)))
                with { At = plan.Farm.Frame.ToGeo(LocalPoint.From(shape.InteriorPoint.Coordinate)) };
        }
    }

    private static (double Litres, double WettedM2) Brought(Polygon zone, STRtree<SprayedLine> lines, double jobRateLPerHa)
    {
        var ground = new GroundArea(zone);
        var (litres, wettedM2) = (0.0, 0.0);
        foreach (var line in lines.Query(zone.EnvelopeInternal))
        {
            var sharedM2 = ground.SharedM2(line.Strip.Corners);
            litres += line.Litres(jobRateLPerHa) * sharedM2 / line.AreaM2;
            wettedM2 += sharedM2;
        }

        return (litres, wettedM2);
    }
}
