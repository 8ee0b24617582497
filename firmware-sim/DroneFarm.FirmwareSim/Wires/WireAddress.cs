using System.Globalization;
using System.Net;

namespace DroneFarm.FirmwareSim.Wires;

/// <summary>"udp:127.0.0.1:14550" or "tcp:127.0.0.1:5760", with or without "//" after the first colon.</summary>
internal static class WireAddress
{
    public static IWire Open(string address)
    {
        var parts = address.Replace("//", "", StringComparison.Ordinal).Split(':');
        if (parts.Length != 3 || !ushort.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            throw new FormatException($"'{address}' is not like udp:127.0.0.1:14550 or tcp:127.0.0.1:5760");
        if (!IPAddress.TryParse(parts[1] == "localhost" ? "127.0.0.1" : parts[1], out var ip) || !IPAddress.IsLoopback(ip))
            throw new FormatException($"'{address}': a simulated vehicle speaks on loopback only");
        var end = new IPEndPoint(ip, port);
        return parts[0] switch
        {
            "udp" => new UdpWire(end),
            "tcp" => new TcpWire(end),
            _ => throw new FormatException($"'{address}': {parts[0]} is neither udp nor tcp"),
        };
    }
}
