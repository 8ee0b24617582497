using DroneFarm.Cli.Ground;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class WatchPictureTests
{
    [Theory]
    [InlineData(-0.02, "0.0 s")]
    [InlineData(1.26, "1.3 s")]
    [InlineData(600, "10 min")]
    public void An_age_is_never_below_zero(double seconds, string said) => WatchPicture.Age(TimeSpan.FromSeconds(seconds)).ShouldBe(said);
}
