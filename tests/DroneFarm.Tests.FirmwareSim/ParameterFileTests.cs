using System.Globalization;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>The parameter files of firmware-sim/ardupilot: names the firmware knows, values it keeps, a reason on every line.</summary>
public sealed class ParameterFileTests
{
    [Theory]
    [InlineData("spray.parm", FirmwareRelease.Copter46)]
    [InlineData("spray-4.7.parm", FirmwareRelease.Copter47)]
    public void Every_line_names_a_known_parameter_a_value_it_keeps_and_a_source(string file, FirmwareRelease release)
    {
        var table = new ParameterTable(new Dictionary<string, double>(), fillers: 0, release);
        table.Set("SPRAY_ENABLE", 1);
        var lines = Lines(file);
        lines.Count.ShouldBeGreaterThan(25);
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var value = double.Parse(words[1], CultureInfo.InvariantCulture);
            var parameter = table.Find(words[0]).ShouldNotBeNull(line);
            table.SetAsTold(parameter, value);
            parameter.Told.ShouldBe(value, 1e-9, line);
            line.ShouldContain("# [");
        }
    }

    [Fact]
    public void Both_files_say_the_same_of_a_vehicle()
    {
        ParameterTable old = Loaded("spray.parm", FirmwareRelease.Copter46), renamed = Loaded("spray-4.7.parm", FirmwareRelease.Copter47);
        foreach (var parameter in old.Listed) renamed[parameter.Name].ShouldBe(parameter.Value, 1e-9, parameter.Name);
    }

    private static ParameterTable Loaded(string file, FirmwareRelease release)
    {
        var table = new ParameterTable(new Dictionary<string, double> { ["SPRAY_ENABLE"] = 1 }, fillers: 0, release);
        foreach (var words in Lines(file).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            table.SetAsTold(table.Find(words[0])!, double.Parse(words[1], CultureInfo.InvariantCulture));
        return table;
    }

    private static List<string> Lines(string file) =>
        [.. File.ReadAllLines(Path.Combine(Root(), "firmware-sim", "ardupilot", file)).Where(l => l.Length > 0 && l[0] != '#')];

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
