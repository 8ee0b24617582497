using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData(CommandOutcome.TimedOut, "The vehicle did not reboot. No answer: it may or may not have been done.", "飞机未能重启。没有应答：可能已执行，也可能没有。")]
    [InlineData(CommandOutcome.TemporarilyRejected, "The vehicle did not reboot. Not now, says the vehicle.", "飞机未能重启。飞机答复：暂时不行。")]
    public void A_reboot_that_was_refused_is_told_in_sentences_of_one_language(CommandOutcome outcome, string english, string chinese)
    {
        foreach (var (language, said) in new[] { (Language.English, english), (Language.Chinese, chinese) })
        {
            var screen = new Screen(language);
            screen.Text("cli.script.not-rebooted", CommandWords.Of(outcome, screen)).ShouldBe(said);
        }
    }

    [Fact]
    public void No_answer_of_a_vehicle_is_said_by_a_word_of_the_code()
    {
        foreach (var outcome in Enum.GetValues<CommandOutcome>())
        {
            CommandWords.Of(outcome, new Screen(Language.Chinese)).ShouldNotContain(outcome.ToString());
            CommandWords.Of(outcome, new Screen(Language.English)).ShouldEndWith(".");
        }
    }
}
