using DroneFarm.Reports.Maps;

namespace DroneFarm.Tests.Reports.Maps;

public sealed class ScaleBarTests
{
    [Theory]
    [InlineData(99, 50)]
    [InlineData(100, 100)]
    [InlineData(34, 20)]
    [InlineData(1.9, 1)]
    [InlineData(7200, 5000)]
    public void A_scale_bar_is_the_longest_round_length_that_fits(double longestM, double lengthM) =>
        ScaleBar.RoundLengthM(longestM).ShouldBe(lengthM);
}
