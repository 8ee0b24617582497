namespace DroneFarm.Flight.Links;

/// <summary>Opens the pipe that a <see cref="LinkUrl"/> names.</summary>
public static class Transport
{
    /// <exception cref="IOException">The port is taken, missing or refused.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address cannot be reached or bound.</exception>
    public static async ValueTask<ITransport> OpenAsync(LinkUrl url, TimeProvider time, CancellationToken cancel) => url.Kind switch
    {
        LinkKind.UdpListen => UdpTransport.Listen(url.Host, url.Number, time),
        LinkKind.UdpConnect => await UdpTransport.ConnectAsync(url.Host, url.Number, time, cancel),
        LinkKind.Tcp => await TcpTransport.ConnectAsync(url.Host, url.Number, cancel),
        LinkKind.Serial => SerialTransport.Open(url.Host, url.Number),
        LinkKind.Replay => ReplayTransport.Open(url.Host, url.Number, time),
        _ => throw new ArgumentOutOfRangeException(nameof(url), url.Kind, "a kind of link that nobody opens"),
    };

    /// <summary>Whether an exception says that the world outside failed, so that opening again may help.</summary>
    public static bool IsOutside(Exception error) =>
        error is IOException or System.Net.Sockets.SocketException or ObjectDisposedException or UnauthorizedAccessException or TimeoutException;
}
