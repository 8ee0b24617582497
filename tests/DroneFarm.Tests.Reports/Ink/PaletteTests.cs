using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Tests.Reports.Ink;

public sealed class PaletteTests
{
    private static readonly SKColor[] Coverage = [Palette.Once, Palette.Twice, Palette.Missed, Palette.OffTarget, Palette.Paddy];

    /// <summary>Linear RGB as a person without red or green cones sees it; Viénot, Brettel and Mollon, Color Research and Application 24 (1999).</summary>
    [Theory]
    [InlineData(0.11238, 0.88762, 0.00401)]
    [InlineData(0.29275, 0.70725, -0.02234)]
    public void The_colours_of_coverage_stay_apart_for_the_colour_blind(double red, double green, double blue)
    {
        foreach (var (a, b) in from a in Coverage from b in Coverage where (uint)a < (uint)b select (a, b))
        {
            Distance(Seen(a), Seen(b)).ShouldBeGreaterThan(0.12, $"{a} and {b}");
        }

        (double Yellow, double Blue) Seen(SKColor colour)
        {
            var yellow = (red * Linear(colour.Red)) + (green * Linear(colour.Green));
            return (yellow, (blue * (Linear(colour.Red) - Linear(colour.Green))) + Linear(colour.Blue));
        }
    }

    [Fact]
    public void The_colours_of_coverage_stay_apart_in_a_grey_copy()
    {
        var greys = Coverage.Select(c => (0.299 * c.Red) + (0.587 * c.Green) + (0.114 * c.Blue)).Order().ToList();
        greys.Zip(greys.Skip(1), (a, b) => b - a).ShouldAllBe(step => step > 20);
    }

    private static double Distance((double Yellow, double Blue) a, (double Yellow, double Blue) b) => Math.Sqrt(Math.Pow(a.Yellow - b.Yellow, 2) + Math.Pow(a.Blue - b.Blue, 2));

    private static double Linear(byte value) => Math.Pow(value / 255.0, 2.2);
}
