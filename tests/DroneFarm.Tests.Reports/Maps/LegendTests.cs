using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Core.Text;
using DroneFarm.Reports;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using DroneFarm.Reports.Wording;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Reports.Maps;

/// <summary>A legend explains what is on its map, all of it and nothing else.</summary>
public sealed class LegendTests
{
    private static readonly Sample One = Sample.Of(1);

    [Fact]
    public void Zones_and_obstacles_off_the_map_are_not_in_its_legend()
    {
        var far = One.Plan.Farm.Zones.Append(new NoSprayZone("Z2", "", ZoneKind.Bees, Sample.Rectangle(4000, 0, 4010, 10), 0));
        var plan = One.Plan with { Farm = One.Plan.Farm with { Zones = [.. far] } };
        var labels = Labels(new MapSubject(plan, One.Applied), new Envelope(-50, 60, -20, 80));
        labels.ShouldContain("Fish pond");
        labels.ShouldContain("Pole");
        labels.ShouldNotContain("Bees");
        Labels(new MapSubject(plan, One.Applied), new Envelope(10, 30, 0, 60)).ShouldNotContain("Fish pond");
        Labels(new MapSubject(plan, One.Applied), new Envelope(10, 30, 0, 60)).ShouldNotContain("Edge of a buffer");
    }

    [Fact]
    public void A_drawn_map_knows_which_ground_it_shows()
    {
        var view = new MapView(new Envelope(0, 100, 0, 50), new SkiaSharp.SKRect(0, 0, 200, 200));
        view.VisibleM.ShouldBe(new Envelope(0, 100, -25, 75));
    }

    [Fact]
    public void Ground_that_a_prescription_leaves_dry_is_drawn_and_explained()
    {
        Labels(new MapSubject(One.Plan)).ShouldNotContain("Rate 0: not sprayed");
        IReadOnlyList<GeoPoint> Ring(Polygon shape) => [.. shape.Coordinates.Select(c => One.Plan.Farm.Frame.ToGeo(LocalPoint.From(c)))];
        var dry = Sample.Rectangle(10, 20, 30, 40);
        var plan = One.Plan with { Job = One.Plan.Job with { Prescription = new Prescription("p", [new RateZone("dry", [Ring(dry)], 0), new RateZone("much", [Ring(Sample.Rectangle(-20, 45, 60, 80))], 30)]) } };
        var ground = RateGround.Of(plan);
        ground.Select(g => g.RateLPerHa).ShouldBe([0, Sample.RateLPerHa, 30]);
        ground.Select(g => g.Ground.Area).ShouldBe([400, 2400 - 400 - 600, 600], 1);
        Labels(new MapSubject(plan)).Count(l => l is "Rate 0: not sprayed" or "Prescribed rate").ShouldBe(3);
        Labels(new MapSubject(plan, One.Applied)).Count(l => l is "Rate 0: not sprayed" or "Prescribed rate").ShouldBe(1);
        PixelsOf(plan).ShouldNotBe(PixelsOf(One.Plan));
    }

    private static byte[] PixelsOf(DroneFarm.Core.Planning.Plan plan)
    {
        using var svg = new MemoryStream();
        PlanMap.Svg(svg, plan, ReportOptions.Bilingual);
        return svg.ToArray();
    }

    private static List<string> Labels(MapSubject subject, Envelope? visibleM = null)
    {
        using var faces = new Faces();
        var words = new Words([Language.English]);
        return [.. LegendEntries.Of(subject, words, new Figures(words, ReportOptions.ChinaStandardTime), new TextInk(faces), visibleM).Select(e => e.Label.Main)];
    }
}
