using System.Net.Sockets;
using DroneFarm.Cli.Ground;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Links;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class LinkFaultTests
{
    private static readonly Screen English = new(Language.English), Chinese = new(Language.Chinese);

    [Fact]
    public void Common_reasons_are_said_in_the_chosen_language()
    {
        var refused = new SocketException((int)SocketError.ConnectionRefused);
        LinkFault.Why(refused, English).ShouldBe("the connection was refused: nothing listens there");
        LinkFault.Why(refused, Chinese).ShouldBe("连接被拒绝：对方没有监听");
        LinkFault.Why(new FileNotFoundException(), English).ShouldBe("there is no such port or file");
    }

    [Fact]
    public async Task A_link_that_cannot_be_opened_is_named_with_its_reason()
    {
        await using var broken = new Link(_ => throw new UnauthorizedAccessException(), Own.GroundStation, TimeProvider.System);
        while (broken.State != LinkState.Waiting) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        LinkFault.Lines([broken], English).ShouldHaveSingleItem().ShouldContain("no permission");
    }
}
