using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Verbs;
using DroneFarm.Core.Text;

namespace DroneFarm.Tests.Cli.Shell;

public sealed class CommandLineFaultTests
{
    [Theory]
    [InlineData("plan f --direction abc", "--direction: 'abc' is not a number.", "--direction：“abc”不是数字。")]
    [InlineData("plan f --drones 2.5", "--drones: '2.5' is not a whole number, or is out of range.", "--drones：“2.5”不是整数，或超出范围。")]
    [InlineData("plan f --datum mars", "'mars' is not one of wgs84, gcj02.", "“mars”不是以下之一：wgs84, gcj02。")]
    [InlineData("plan f --bogus", "'--bogus' is not known here. See --help.", "无法识别“--bogus”。请看 --help。")]
    [InlineData("teleport", "'teleport' is not known here. See --help.", "无法识别“teleport”。请看 --help。")]
    [InlineData("plan", "plan needs an argument. See --help.", "plan 缺少参数。请看 --help。")]
    [InlineData("plan f --direction", "--direction needs a value.", "--direction 缺少取值。")]
    [InlineData("watch", "The option --link is needed. See --help.", "缺少选项 --link。请看 --help。")]
    [InlineData("params", "Say what to do: --help lists the verbs.", "请指定要做什么：--help 列出全部命令。")]
    [InlineData("command interval 33 often --link sim", "interval: 'often' is not a whole number, or is out of range.", "interval：“often”不是整数，或超出范围。")]
    public void A_wrong_command_line_is_one_sentence_in_the_chosen_language(string line, string english, string chinese)
    {
        Said(line, Language.English).ShouldBe(english);
        Said(line, Language.Chinese).ShouldBe(chinese);
    }

    [Fact]
    public void An_item_that_is_none_comes_with_the_list_of_those_that_are() =>
        Said("fly f --link sim --accept nonsense", Language.English).ShouldStartWith("--accept: 'nonsense' is not one of link, position, navigation, ");

    [Fact]
    public void The_help_page_has_its_headings_in_the_chosen_language()
    {
        const string page = "Description:\n  x\n\nUsage:\n  d plan <FARM> [options]\n\nOptions:\n  --link <URL> (REQUIRED)  y [default: 1]\n  -?, -h, --help  Show help and usage information\n";
        HelpWords.In(page, new Screen(Language.English)).ReplaceLineEndings("\n").ShouldBe(page);
        var chinese = HelpWords.In(page, new Screen(Language.Chinese));
        foreach (var word in (string[])["说明：", "用法：", "选项：", "[选项]", "（必填）", "[默认：1]", "显示帮助"]) chinese.ShouldContain(word);
    }

    private static string Said(string line, Language language)
    {
        var screen = new Screen(language);
        var root = new RootCommand { PlanVerb.Build(screen), FlyVerb.Build(screen), WatchVerb.Build(screen), ParamsVerb.Build(screen), CommandVerb.Build(screen) };
        return CommandLineFault.Say(root.Parse(line), screen);
    }
}
