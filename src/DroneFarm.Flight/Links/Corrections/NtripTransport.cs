using System.Net.Sockets;
using System.Text;

namespace DroneFarm.Flight.Links.Corrections;

/// <summary>
/// A stream of corrections from an NTRIP caster, revision 1 and 2: a request like HTTP's, answered with <c>ICY 200 OK</c> or <c>HTTP/1.x 200</c>. Chunks of
/// revision 2 need no unwrapping, since the scanner passes over what is no RTCM; a chunk boundary within a message costs that message, so HTTP/1.0 is asked for.
/// </summary>
internal sealed class NtripTransport(ITransport connection, byte[] early) : ITransport
{
    private const int MostHeader = 4096;

    private ReadOnlyMemory<byte> left = early;

    /// <exception cref="IOException">The caster refused; its words are in the message.</exception>
    /// <exception cref="SocketException">It cannot be reached.</exception>
    public static async ValueTask<NtripTransport> OpenAsync(Uri caster, CancellationToken cancel)
    {
        var connection = await TcpTransport.ConnectAsync(caster.Host, caster.Port, cancel);
        try
        {
            await connection.WriteAsync(Encoding.ASCII.GetBytes(Request(caster)), cancel);
            return new NtripTransport(connection, await ReadHeaderAsync(connection, cancel));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancel)
    {
        if (left.IsEmpty) return connection.ReadAsync(into, cancel);
        var count = Math.Min(left.Length, into.Length);
        left[..count].CopyTo(into);
        left = left[count..];
        return ValueTask.FromResult(count);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string Request(Uri caster)
    {
        var lines = new StringBuilder().Append("GET /").Append(caster.AbsolutePath.Trim('/')).Append(" HTTP/1.0\r\n");
        lines.Append("Host: ").Append(caster.Host).Append("\r\nUser-Agent: NTRIP DroneFarm\r\nAccept: */*\r\nConnection: close\r\n");
        if (caster.UserInfo.Length > 0)
        {
            var user = Uri.UnescapeDataString(caster.UserInfo);
            lines.Append("Authorization: Basic ").Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(user))).Append("\r\n");
        }

        return lines.Append("\r\n").ToString();
    }

    /// <summary>What came behind the header already.</summary>
    private static async ValueTask<byte[]> ReadHeaderAsync(TcpTransport connection, CancellationToken cancel)
    {
        var header = new byte[MostHeader];
        for (var length = 0; length < MostHeader;)
        {
            var count = await connection.ReadAsync(header.AsMemory(length), cancel);
            if (count == 0) throw new IOException("the caster closed the connection");
            length += count;
            var firstLine = header.AsSpan(0, length).IndexOf("\r\n"u8);
            if (firstLine < 0) continue;
            var said = Encoding.ASCII.GetString(header, 0, firstLine);
            if (!said.StartsWith("ICY 200", StringComparison.Ordinal) && !(said.StartsWith("HTTP/1.", StringComparison.Ordinal) && said.Contains(" 200", StringComparison.Ordinal)))
                throw new IOException("the caster answers: " + said);
            // Revision 1 may send its data right behind the first line.
            var end = header.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0) return header[(end + 4)..length];
            if (said.StartsWith("ICY", StringComparison.Ordinal) && length > firstLine + 2) return header[(firstLine + 2)..length];
        }

        throw new IOException("the caster's answer has no end");
    }
}
