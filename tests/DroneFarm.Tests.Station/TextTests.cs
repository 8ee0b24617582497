using DroneFarm.Core.Text;
using DroneFarm.Station;

namespace DroneFarm.Tests.Station;

public sealed class TextTests
{
    [Fact]
    public void Every_sentence_of_the_station_exists_in_both_languages()
    {
        var sentences = Phrasebook.Of(typeof(GroundRoom).Assembly);
        sentences.Keys(Language.English).ShouldNotBeEmpty();
        sentences.Keys(Language.Chinese).Order().ShouldBe(sentences.Keys(Language.English).Order());
    }
}
