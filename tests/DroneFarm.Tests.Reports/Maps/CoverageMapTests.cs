using DroneFarm.Core.Geo;
using DroneFarm.Reports;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using SkiaSharp;

namespace DroneFarm.Tests.Reports.Maps;

/// <summary>Pixels at places where the flaws of <see cref="Sample"/> are known.</summary>
public sealed class CoverageMapTests
{
    private static readonly Sample One = Sample.Of(1);

    [Theory]
    [InlineData(12, 50, "missed", "the third swath ended 20 m early")]
    [InlineData(20.5, 12, "twice", "the fourth swath was a metre too wide")]
    [InlineData(28, -5, "off target", "the sixth swath ran 10 m too far")]
    [InlineData(36, 12, "once", "nothing went wrong here")]
    [InlineData(-10, 58, "ground", "beside the field")]
    public void A_place_has_the_colour_of_what_happened_there(double eastM, double northM, string what, string why)
    {
        var colour = what switch
        {
            "missed" => Palette.Missed,
            "twice" => Palette.Twice,
            "off target" => Palette.OffTarget,
            "once" => Palette.Once,
            _ => Palette.Ground,
        };
        using var picture = PictureOf(out var view);
        var at = view.At(new LocalPoint(eastM, northM));
        picture.GetPixel((int)(at.X * MapSheet.PixelsPerUnit), (int)(at.Y * MapSheet.PixelsPerUnit)).ShouldBe(colour, why);
    }

    [Fact]
    public void The_picture_is_a_PNG_sharp_enough_for_paper()
    {
        using var png = new MemoryStream();
        CoverageMap.Png(png, One.Plan, One.Applied, One.Log, simulated: true, ReportOptions.Bilingual);
        using var picture = SKBitmap.Decode(png.ToArray());
        picture.Width.ShouldBe(2000);
        png.ToArray()[1..4].ShouldBe("PNG"u8.ToArray());
    }

    /// <summary>Without its track, which would run through the places looked at.</summary>
    private static SKBitmap PictureOf(out MapView view)
    {
        using var faces = new Faces();
        var sheet = new MapSheet(new MapSubject(One.Plan, One.Applied), ReportOptions.Bilingual, faces, "map.coverage.title");
        using var png = new MemoryStream();
        sheet.WritePng(png);
        view = sheet.Picture.View!;
        return SKBitmap.Decode(png.ToArray());
    }
}
