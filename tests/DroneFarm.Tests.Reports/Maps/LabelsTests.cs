using DroneFarm.Core.Fields;
using DroneFarm.Reports;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using SkiaSharp;

namespace DroneFarm.Tests.Reports.Maps;

public sealed class LabelsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public void No_two_labels_overlap_and_none_leaves_the_map(int fields) => CheckLabels(Sample.Of(fields));

    [Fact]
    public void Names_far_too_long_are_left_out_or_shrunk() =>
        CheckLabels(Sample.Of(12, nameOf: i => $"第三生产队河东大圩靠近机耕路与排水渠之间的第 {i + 1} 号承包田"));

    [Theory]
    [InlineData(100, 1)]
    [InlineData(1, 100)]
    [InlineData(0.02, 0.02)]
    public void Land_of_any_shape_makes_a_map(double stretchEast, double stretchNorth)
    {
        var sample = Sample.Of(6);
        var farm = sample.Plan.Farm with
        {
            Fields = [.. sample.Plan.Farm.Fields.Select(f => f with
            {
                Boundary = Sample.Rectangle(f.Boundary.EnvelopeInternal.MinX * stretchEast, f.Boundary.EnvelopeInternal.MinY * stretchNorth, f.Boundary.EnvelopeInternal.MaxX * stretchEast, f.Boundary.EnvelopeInternal.MaxY * stretchNorth),
            })],
        };
        CheckLabels(sample with { Plan = sample.Plan with { Farm = farm } });
    }

    [Fact]
    public void A_farm_without_fields_makes_an_empty_map()
    {
        var sample = Sample.Of(1);
        var farm = sample.Plan.Farm with { Fields = [], Zones = [], Obstacles = [], RefillPoints = [] };
        using var png = new MemoryStream();
        PlanMap.Png(png, sample.Plan with { Farm = farm, Fields = [], Sorties = [] }, ReportOptions.Bilingual);
        png.Length.ShouldBeGreaterThan(0);
    }

    private static void CheckLabels(Sample sample)
    {
        using var faces = new Faces();
        var sheet = new MapSheet(new MapSubject(sample.Plan, sample.Applied, sample.Log), ReportOptions.Bilingual, faces, "map.coverage.title");
        using var surface = SKSurface.Create(new SKImageInfo((int)MapSheet.Width, (int)sheet.Height));
        sheet.Draw(surface.Canvas);

        var labels = sheet.Picture.Labels!.Taken;
        foreach (var (a, i) in labels.Select((a, i) => (a, i)))
        {
            labels.Skip(i + 1).ShouldAllBe(b => !SKRect.Inflate(a, -1.5f, -1.5f).IntersectsWith(SKRect.Inflate(b, -1.5f, -1.5f)));
            sheet.Picture.View!.Box.Contains(SKRect.Inflate(a, -6, -6)).ShouldBeTrue();
        }

        sheet.Picture.View!.Scale.ShouldBeGreaterThan(0);
    }
}
