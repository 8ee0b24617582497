using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>What a map has to explain: only what is on it.</summary>
internal static class LegendEntries
{
    private const int MostSorties = 16, MostRates = 6;

    /// <param name="visibleM">What of the ground is on the map; null while that is not known, for all that may be.</param>
    public static IReadOnlyList<LegendEntry> Of(MapSubject subject, Words words, Figures figures, TextInk ink, Envelope? visibleM = null)
    {
        var map = visibleM is null ? null : GeometryFactory.Default.ToGeometry(visibleM);
        bool IsOn(Geometry shape, double aroundM = 0) => map is null || shape.IsWithinDistance(map, aroundM);
        var (zones, obstacles) = (subject.Plan.Farm.Zones, subject.Plan.Farm.Obstacles);
        var entries = new List<LegendEntry>();
        entries.AddRange(subject.Applied is null ? Planned(subject.Plan, words) : Covered(subject, words));
        entries.Add(Box(words, "map.field", "", Palette.Paddy));
        entries.AddRange(Rates(subject, words));
        if (subject.Plan.Farm.Fields.Count > subject.Plan.Fields.Count(f => !f.IsRefused)) entries.Add(Box(words, "map.field.not-planned", "", Palette.NotPlanned));
        entries.AddRange(zones.Where(z => IsOn(z.Shape)).Select(z => z.Kind).Distinct().Order().Select(k => new LegendEntry(words.Caption(Key(k)), "", (canvas, box) =>
        {
            using var shape = new SKPathBuilder();
            shape.AddRect(box, SKPathDirection.Clockwise);
            using var path = shape.Detach();
            Surroundings.DrawZoneShape(canvas, path, k, box);
        })));
        if (zones.Any(z => z.BufferM > 0 && IsOn(z.Shape, z.BufferM))) entries.Add(Line(words, "map.buffer", Palette.Water, 0.8f, [4, 3]));
        entries.AddRange(obstacles.Where(o => IsOn(o.Shape)).Select(o => o.Kind).Distinct().Order().Select(k =>
            new LegendEntry(words.Caption(Key(k)), "", (canvas, box) => Surroundings.DrawObstacleSymbol(canvas, new SKPoint(box.MidX, box.MidY), k))));
        if (subject.Plan.Farm.RefillPoints.Count > 0)
        {
            entries.Add(new LegendEntry(words.Caption("map.refill"), "", (canvas, box) => Surroundings.DrawRefillSymbol(canvas, new SKPoint(box.MidX, box.MidY), ink)));
        }

        return entries;
    }

    private static IEnumerable<LegendEntry> Covered(MapSubject subject, Words words)
    {
        var areas = CoverageAreas.Of(subject.Applied!);
        var mu = words.Unit("unit.mu");
        yield return Box(words, "map.once", $"{Figures.Mu(areas.OnceM2)} {mu}", Palette.Once);
        yield return Box(words, "map.twice", $"{Figures.Mu(areas.TwiceM2)} {mu}", Palette.Twice);
        yield return Box(words, "map.missed", $"{Figures.Mu(areas.MissedM2)} {mu}", Palette.Missed);
        yield return Box(words, "map.off-target", $"{Figures.Mu(areas.OffTargetM2)} {mu}", Palette.OffTarget);
        if (subject.Log is { Track.Count: > 0 }) yield return Line(words, "map.track", Palette.Track, 0.8f, null);
        if (subject.SortieStarts().Any()) yield return new LegendEntry(words.Caption("map.sortie-start"), "", (canvas, box) => Strokes.Disc(canvas, new SKPoint(box.MidX, box.MidY), 6, SKColors.White, Palette.Text, 1.1f));
    }

    private static IEnumerable<LegendEntry> Planned(Plan plan, Words words)
    {
        foreach (var sortie in plan.Sorties.Take(MostSorties))
        {
            yield return new LegendEntry(words.Caption("map.sortie", $"{sortie.Number}"), $"{Figures.Litres(sortie.Litres)} L · {sortie.Duration.TotalMinutes:F1} min", (canvas, box) =>
                Strokes.Rule(canvas, box.Left, box.MidY, box.Right, box.MidY, Palette.Sortie(sortie.Number), 3));
        }

        if (plan.Sorties.Count > MostSorties) yield return new LegendEntry(words.Caption("map.more-sorties", $"{plan.Sorties.Count - MostSorties}"), "", (_, _) => { });
        if (plan.Sorties.Count > 0) yield return Line(words, "map.transit", Palette.Soft, 0.8f, [3, 2.5f]);
    }

    /// <summary>Of many rates the least and the greatest: the tints between speak for themselves.</summary>
    private static IEnumerable<LegendEntry> Rates(MapSubject subject, Words words)
    {
        var all = RateGround.Of(subject.Plan);
        var sprayed = subject.Applied is null ? all.Where(g => g.RateLPerHa > 0).ToList() : [];
        var shown = sprayed.Count > MostRates ? [sprayed[0], sprayed[^1]] : sprayed;
        foreach (var ground in all.Where(g => g.RateLPerHa <= 0).Concat(shown))
        {
            var isDry = ground.RateLPerHa <= 0;
            var value = isDry ? "" : $"{Figures.Number(Mu.RateLPerMu(ground.RateLPerHa), 2)} {words.Unit("unit.litre-per-mu")}";
            yield return new LegendEntry(words.Caption(isDry ? "map.rate.none" : "map.rate"), value, (canvas, box) =>
            {
                using var shape = new SKPathBuilder();
                shape.AddRect(box, SKPathDirection.Clockwise);
                using var path = shape.Detach();
                RateGround.DrawShape(canvas, path, ground.RateLPerHa, all, box);
                Strokes.Line(canvas, path, Palette.Boundary, 0.7f);
            });
        }
    }

    private static LegendEntry Box(Words words, string key, string value, SKColor colour) =>
        new(words.Caption(key), value, (canvas, box) => Strokes.Rectangle(canvas, box, colour, Palette.Boundary, 0.7f));

    private static LegendEntry Line(Words words, string key, SKColor colour, float width, float[]? dash) => new(words.Caption(key), "", (canvas, box) =>
    {
        using var line = new SKPathBuilder();
        line.MoveTo(box.Left, box.MidY);
        line.LineTo(box.Right, box.MidY);
        using var path = line.Detach();
        Strokes.Line(canvas, path, colour, width, dash);
    });

    private static string Key(ZoneKind kind) => kind switch
    {
        ZoneKind.FishPond => "map.zone.fish-pond",
        ZoneKind.House => "map.zone.house",
        ZoneKind.NeighbourCrop => "map.zone.neighbour-crop",
        ZoneKind.Water => "map.zone.water",
        ZoneKind.Bees => "map.zone.bees",
        _ => "map.zone.other",
    };

    private static string Key(ObstacleKind kind) => kind switch
    {
        ObstacleKind.Pole => "map.obstacle.pole",
        ObstacleKind.PowerLine => "map.obstacle.power-line",
        ObstacleKind.Pylon => "map.obstacle.pylon",
        ObstacleKind.Tree => "map.obstacle.tree",
        ObstacleKind.Building => "map.obstacle.building",
        _ => "map.obstacle.other",
    };
}
