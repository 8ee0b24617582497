using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class WatchPictureTests
{
    [Theory]
    [InlineData(-0.02, "0.0 s")]
    [InlineData(1.26, "1.3 s")]
    [InlineData(600, "10 min")]
    public void An_age_is_never_below_zero(double seconds, string said) => WatchPicture.Age(TimeSpan.FromSeconds(seconds)).ShouldBe(said);

    [Fact]
    public void Every_state_of_a_link_has_its_word()
    {
        var chinese = new Screen(Language.Chinese);
        foreach (var state in Enum.GetNames<LinkState>()) chinese.Text("cli.link.state." + state.ToLowerInvariant()).ShouldNotContain("cli.link");
    }
}
