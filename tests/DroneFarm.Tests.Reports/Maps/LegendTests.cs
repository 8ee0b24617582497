using DroneFarm.Core.Fields;
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

    private static List<string> Labels(MapSubject subject, Envelope? visibleM = null)
    {
        using var faces = new Faces();
        var words = new Words([Language.English]);
        return [.. LegendEntries.Of(subject, words, new Figures(words, ReportOptions.ChinaStandardTime), new TextInk(faces), visibleM).Select(e => e.Label.Main)];
    }
}
