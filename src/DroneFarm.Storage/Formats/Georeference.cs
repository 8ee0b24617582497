using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Projections;

namespace DroneFarm.Storage.Formats;

/// <summary>The one place where what is not longitude and latitude on WGS84 becomes it, or is refused; each conversion is told.</summary>
internal sealed class Georeference(GeoFile file, List<Finding> findings)
{
    /// <param name="datum">What the user says of the degrees; null to believe the file.</param>
    /// <param name="projection">What stands in a .prj file beside it, with that file's name.</param>
    /// <returns>Null, and an error among the findings, when the place of the coordinates is not known for certain.</returns>
    public GeoFile? ToWgs84(Datum? datum, (string Name, string Wkt)? projection)
    {
        if (ChoiceOf(projection) is not { } choice || DatumOf(datum) is not { } from) return null;
        var placed = choice.Crs is { } crs ? Unprojected(crs) : file;
        if (placed is null || from == Datum.Wgs84) return placed;
        if (choice.Crs is null or { Epsg: 3857 }) return Unshifted(placed);
        return Refused("file.datum-crs", file.Datum?.Offset ?? file.Crs?.Offset ?? 0, choice.Crs.Title);
    }

    private CrsChoice? ChoiceOf((string Name, string Wkt)? projection)
    {
        var own = file.Crs is null ? null : CrsName.OfCode(file.Crs.Text);
        if (file.Crs is not null && own is null)
        {
            Refused("file.wrong-crs", file.Crs.Offset, file.Crs.Text);
            return null;
        }

        if (projection is not { } beside) return own ?? CrsChoice.InDegrees;
        if (own is null && CrsName.IsProjected(beside.Wkt) && file.Features.SelectMany(f => f.Shape.Points).All(p => p.IsValid))
        {
            // GeoJSON is in degrees unless it says otherwise (RFC 7946, section 4), and no field lies within 200 m of a projection's origin.
            findings.Add(Finding.Warning("file.prj-not-used", file.Input.Name, beside.Name, CrsName.Title(beside.Wkt)));
            return CrsChoice.InDegrees;
        }

        var said = CrsName.OfText(beside.Wkt);
        if (said is null) findings.Add(Finding.Error("file.wrong-crs", beside.Name, "1", CrsName.Title(beside.Wkt)));
        else if (own is null || own.Crs?.Epsg == said.Crs?.Epsg) return said;
        else Refused("file.crs-two", file.Crs!.Offset, file.Crs.Text, beside.Name, CrsName.Title(beside.Wkt));
        return null;
    }

    private Datum? DatumOf(Datum? asked)
    {
        Datum? own = file.Datum?.Text.ToLowerInvariant() switch
        {
            "wgs84" => Datum.Wgs84,
            "gcj02" => Datum.Gcj02,
            _ => null,
        };
        if (file.Datum is null || own is null) return file.Datum is null ? asked ?? Datum.Wgs84 : Refused<Datum>("file.datum-unknown", file.Datum.Text);
        return asked is null || asked == own ? own : Refused<Datum>("file.datum-two", file.Datum.Text);
    }

    private GeoFile? Unprojected(Crs crs)
    {
        var way = new Unprojection(crs);
        if (With(p => way.Of(p.LongitudeDeg, p.LatitudeDeg), out var fault) is { } placed)
        {
            findings.Add(Finding.Note("file.crs-converted", file.Input.Name, crs.Title));
            return placed;
        }

        if (crs.NorthingMayBeFirst && With(p => way.Of(p.LatitudeDeg, p.LongitudeDeg), out _) is { } turned)
        {
            findings.Add(Finding.Note("file.crs-northing-first", file.Input.Name, crs.Title));
            return turned;
        }

        findings.Add(OutOf("file.crs-outside", fault!.Value, crs.Title));
        return null;
    }

    private GeoFile? Unshifted(GeoFile degrees)
    {
        var shifted = new Georeference(degrees, findings);
        if (shifted.With(p => Gcj02.Covers(p) ? Gcj02.ToWgs84(p) : null, out var fault) is { } placed)
        {
            findings.Add(Finding.Note("file.datum-converted", file.Input.Name));
            return placed;
        }

        // Numbers that are no degrees at all have a better sentence of their own.
        if (!fault!.Value.Point.IsValid) return degrees;
        findings.Add(OutOf("file.datum-outside", fault.Value));
        return null;
    }

    /// <summary>The file with each point moved; null, and the first point that cannot be, when there is one.</summary>
    private GeoFile? With(Func<GeoPoint, GeoPoint?> move, out (GeoFeature Feature, GeoPoint Point)? fault)
    {
        var moved = new List<GeoFeature>(file.Features.Count);
        foreach (var feature in file.Features)
        {
            GeoPoint? stuck = null;
            var parts = feature.Shape.Parts.Select(part => part.Select(line => line.Select(p =>
            {
                var place = move(p);
                if (place is null) stuck ??= p;
                return place ?? p;
            }).ToArray()).ToArray()).ToList();
            if (stuck is not null)
            {
                fault = (feature, stuck.Value);
                return null;
            }

            moved.Add(feature with { Shape = feature.Shape with { Parts = parts } });
        }

        fault = null;
        return file with { Features = moved };
    }

    private static Finding OutOf(string code, (GeoFeature Feature, GeoPoint Point) fault, params string[] more) => Finding.Error(
        code, [fault.Feature.From.Name, fault.Feature.Line, fault.Feature.Index.ToString(CultureInfo.InvariantCulture), Say(fault.Point.LongitudeDeg), Say(fault.Point.LatitudeDeg), .. more]);

    private GeoFile? Refused(string code, long offset, params string[] more)
    {
        findings.Add(Finding.Error(code, [file.Input.Name, file.Input.LineOf(offset), .. more]));
        return null;
    }

    private T? Refused<T>(string code, string said)
        where T : struct
    {
        Refused(code, file.Datum!.Offset, said);
        return null;
    }

    private static string Say(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
