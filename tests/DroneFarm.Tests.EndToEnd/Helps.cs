namespace DroneFarm.Tests.EndToEnd;

/// <summary>Help is the first page a user reads.</summary>
public sealed class Helps
{
    public static TheoryData<string> Verbs => ["demo", "plan", "check", "sim", "fly", "report", "sniff", "export"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Each_verb_explains_itself_with_an_example(string verb)
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), verb, "--help");
        answer.ExitCode.ShouldBe(0);
        answer.Output.ShouldContain($"dronefarm {verb}");
        answer.Output.ShouldContain("Example:");
    }

    [Fact]
    public async Task Help_speaks_Chinese_when_asked()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", "--help", "--language", "zh");
        answer.ExitCode.ShouldBe(0);
        answer.Output.ShouldContain("示例");
        answer.Output.ShouldContain("用法：");
        answer.Output.ShouldNotContain("Options:");
    }

    [Theory]
    [InlineData("en", "else 0.45")]
    [InlineData("zh", "其次 0.45")]
    public async Task Help_tells_the_prices_that_the_planner_takes(string language, string said)
    {
        Core.Spraying.CoverPrices.Usual.ShouldBe(new Core.Spraying.CoverPrices(MissedSPerM2: 0.45, DoubledSPerM2: 0.45));
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", "--help", "--language", language);
        answer.Output.Split(said).Length.ShouldBe(3, answer.Output);
    }
}
