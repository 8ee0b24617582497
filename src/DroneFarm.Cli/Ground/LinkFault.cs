using System.Net.Sockets;
using DroneFarm.Cli.Shell;
using DroneFarm.Flight.Links;

namespace DroneFarm.Cli.Ground;

/// <summary>Why a link does not stand, so that nobody looks for the fault at the vehicle.</summary>
internal static class LinkFault
{
    /// <summary>One line for each link that could not be opened or broke; none for one that stands and on which nobody speaks.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Link> links, Screen screen) =>
        from link in links
        where link.State is LinkState.Opening or LinkState.Waiting && link.LastFault is not null
        select screen.Text("cli.link.not-open", link.Url?.ToString() ?? "-", Why(link.LastFault!, screen));

    public static string Why(Exception fault, Screen screen) => fault switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => screen.Text("cli.link.refused"),
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => screen.Text("cli.link.taken"),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => screen.Text("cli.link.no-host"),
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TimedOut } => screen.Text("cli.link.unreachable"),
        FileNotFoundException or DirectoryNotFoundException => screen.Text("cli.link.no-port"),
        UnauthorizedAccessException => screen.Text("cli.link.no-permission"),
        _ => fault.Message,
    };
}
