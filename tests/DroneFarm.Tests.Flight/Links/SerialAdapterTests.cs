using DroneFarm.Flight.Links;

namespace DroneFarm.Tests.Flight.Links;

public sealed class SerialAdapterTests
{
    private const string Radio = "usb-SiLabs_CP2102-if00-port0";
    private static readonly HashSet<string> Before = ["/dev/ttyUSB0", "/dev/ttyS0"];

    [Fact]
    public void The_port_that_was_named_is_opened_first() => Choose("/dev/ttyUSB0", ["/dev/ttyUSB0", "/dev/ttyUSB1"], [], null, null).ShouldBe("/dev/ttyUSB0");

    [Fact]
    public void An_adapter_that_came_back_under_another_name_is_found_by_what_it_is() =>
        Choose("/dev/ttyUSB0", ["/dev/ttyUSB1", "/dev/ttyS0"], new() { [Radio] = "/dev/ttyUSB1" }, Before, Radio).ShouldBe("/dev/ttyUSB1");

    [Fact]
    public void Another_adapter_under_the_old_name_is_not_taken_for_it() =>
        Choose("/dev/ttyUSB0", ["/dev/ttyUSB0", "/dev/ttyUSB1"], new() { [Radio] = "/dev/ttyUSB1", ["usb-other"] = "/dev/ttyUSB0" }, Before, Radio).ShouldBe("/dev/ttyUSB1");

    [Fact]
    public void Where_the_system_names_no_adapters_the_one_new_port_is_it() =>
        Choose("COM3", ["COM7", "COM1"], [], ["COM3", "COM1"], null).ShouldBe("COM7");

    [Fact]
    public void Two_new_ports_are_not_guessed_between() =>
        Choose("COM3", ["COM7", "COM8"], [], ["COM3"], null).ShouldBe("COM3");

    [Fact]
    public void A_port_that_was_never_open_is_not_looked_for_elsewhere() =>
        Choose("COM3", ["COM7"], [], null, null).ShouldBe("COM3");

    private static string Choose(string name, HashSet<string> ports, Dictionary<string, string> identities, HashSet<string>? before, string? identity) =>
        SerialAdapter.Choose(name, ports, identities, before, identity);
}
