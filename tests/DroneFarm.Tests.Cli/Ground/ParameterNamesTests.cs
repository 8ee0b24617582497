using System.Text;
using DroneFarm.Cli.Ground;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Cli.Ground;

/// <summary>What is remembered of a firmware's parameters between two runs.</summary>
public sealed class ParameterNamesTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "dronefarm-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Names_are_kept_for_one_firmware_and_not_for_another()
    {
        new ParameterNames(folder).Keep("4.6.3-1a2b3c4d", ["RTL_ALT", "SPRAY_ENABLE"]).ShouldBeTrue();
        new ParameterNames(folder).Read("4.6.3-1a2b3c4d").ShouldBe(["RTL_ALT", "SPRAY_ENABLE"]);
        new ParameterNames(folder).Read("4.6.3-ffffffff").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_costs_nothing_but_the_long_reading()
    {
        File.WriteAllText(folder, "a file where the folder should be");
        try
        {
            new ParameterNames(Path.Combine(folder, "parameters")).Keep("4.6.3", ["RTL_ALT"]).ShouldBeFalse();
            new ParameterNames(Path.Combine(folder, "parameters")).Read("4.6.3").ShouldBeEmpty();
        }
        finally
        {
            File.Delete(folder);
        }
    }

    [Fact]
    public void A_firmware_is_its_release_and_the_commit_it_was_built_from()
    {
        var version = new AutopilotVersion { FlightSwVersion = 0x04060300 };
        ParameterNames.Firmware(version).ShouldBe("4.6.3");
        Encoding.ASCII.GetBytes("1a2b3c4d").CopyTo((Span<byte>)version.FlightCustomVersion);
        ParameterNames.Firmware(version).ShouldBe("4.6.3-1a2b3c4d");
        Encoding.ASCII.GetBytes("../../x\0").CopyTo((Span<byte>)version.FlightCustomVersion);
        ParameterNames.Firmware(version).ShouldBe("4.6.3-x");
    }
}
