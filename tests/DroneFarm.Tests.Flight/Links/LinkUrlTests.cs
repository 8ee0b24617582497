using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;

namespace DroneFarm.Tests.Flight.Links;

public sealed class LinkUrlTests
{
    [Theory]
    [InlineData("udp://:14550", LinkKind.UdpListen, "", 14550)]
    [InlineData("udp://*:14550", LinkKind.UdpListen, "*", 14550)]
    [InlineData("udp://192.168.4.1:14550", LinkKind.UdpConnect, "192.168.4.1", 14550)]
    [InlineData(" tcp://localhost:5760/ ", LinkKind.Tcp, "localhost", 5760)]
    [InlineData("tcp://[::1]:5760", LinkKind.Tcp, "::1", 5760)]
    [InlineData("serial:COM3:115200", LinkKind.Serial, "COM3", 115200)]
    [InlineData("serial:/dev/ttyUSB0", LinkKind.Serial, "/dev/ttyUSB0", 57600)]
    [InlineData("SERIAL:/dev/ttyUSB0:57600", LinkKind.Serial, "/dev/ttyUSB0", 57600)]
    public void What_people_write_is_understood(string text, LinkKind kind, string host, int number)
    {
        LinkUrl.TryParse(text, out var url, out _).ShouldBeTrue();
        url.ShouldBe(new LinkUrl(kind, host, number));
    }

    [Theory]
    [InlineData("14550", "flight.link.unknown")]
    [InlineData("http://x:1", "flight.link.unknown")]
    [InlineData("udp://14550", "flight.link.no-port")]
    [InlineData("udp://:99999", "flight.link.no-port")]
    [InlineData("udp://:0", "flight.link.no-port")]
    [InlineData("tcp://:5760", "flight.link.no-host")]
    [InlineData("serial:", "flight.link.no-serial-port")]
    [InlineData("serial:COM3:fast", "flight.link.no-baud")]
    public void What_is_wrong_is_said_in_both_languages(string text, string key)
    {
        LinkUrl.TryParse(text, out _, out var error).ShouldBeFalse();
        error.Key.ShouldBe(key);
        Phrasebook.Core.Say(error, Language.English).ShouldContain(text);
        Phrasebook.Core.Say(error, Language.Chinese).ShouldContain(text);
    }

    [Fact]
    public void A_url_reads_back_as_itself()
    {
        LinkUrl.TryParse("serial:COM3:57600", out var url, out _).ShouldBeTrue();
        url.ToString().ShouldBe("serial:COM3:57600");
    }
}
