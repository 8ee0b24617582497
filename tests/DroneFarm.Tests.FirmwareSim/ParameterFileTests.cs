using System.Globalization;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>firmware-sim/ardupilot/spray.parm: names the firmware knows, values it keeps, a reason on every line.</summary>
public sealed class ParameterFileTests
{
    [Fact]
    public void Every_line_names_a_known_parameter_a_value_it_keeps_and_a_source()
    {
        var table = new ParameterTable(new Dictionary<string, double>(), fillers: 0, FirmwareRelease.Copter46);
        table.Set("SPRAY_ENABLE", 1);
        var lines = File.ReadAllLines(Path.Combine(Root(), "firmware-sim", "ardupilot", "spray.parm")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        lines.Count.ShouldBeGreaterThan(25);
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var value = double.Parse(words[1], CultureInfo.InvariantCulture);
            table.Find(words[0]).ShouldNotBeNull(line);
            table.Set(words[0], value);
            table[words[0]].ShouldBe(value, line);
            line.ShouldContain("# [");
        }
    }

    [Fact]
    public void It_does_not_let_the_pump_run_on_the_ground()
    {
        var values = File.ReadAllLines(Path.Combine(Root(), "firmware-sim", "ardupilot", "spray.parm"));
        values.ShouldContain(l => l.StartsWith("SPRAY_SPEED_MIN 100 ", StringComparison.Ordinal));
        values.ShouldContain(l => l.StartsWith("SPRAY_PUMP_MIN 0 ", StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
