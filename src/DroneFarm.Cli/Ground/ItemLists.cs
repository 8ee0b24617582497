using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Cli.Ground;

/// <summary>The vehicle's three lists by the words of the command line.</summary>
internal static class ItemLists
{
    public static Option<string> Option(Screen screen)
    {
        var option = new Option<string>("--list") { Description = screen.Text("cli.option.list"), HelpName = "mission|fence|rally", DefaultValueFactory = _ => "mission" };
        option.AcceptOnlyFromAmong("mission", "fence", "rally");
        return option;
    }

    public static MavMissionType Of(string word) => word switch
    {
        "fence" => MavMissionType.Fence,
        "rally" => MavMissionType.Rally,
        _ => MavMissionType.Mission,
    };
}
