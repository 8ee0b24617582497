using System.Globalization;
using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Links;

/// <summary>
/// Where a vehicle is to be found: <c>udp://:14550</c> listens on loopback, <c>udp://*:14550</c> on every network of this machine,
/// <c>udp://host:port</c> and <c>tcp://host:port</c> connect, <c>serial:COM3:57600</c> and <c>serial:/dev/ttyUSB0:57600</c> open a port,
/// <c>replay:flight.tlog</c> and <c>replay:flight.tlog:10</c> play a recorded flight at its own or at ten times its speed.
/// </summary>
/// <param name="Host">Of a network link; the name of the port of a serial link; the file of a replay.</param>
/// <param name="Number">The port of a network link; the baud rate of a serial link; how many times its own speed a replay is played.</param>
public sealed record LinkUrl(LinkKind Kind, string Host, int Number)
{
    public const string EveryNetwork = "*";
    public const int UsualBaudRate = 57_600;
    private const string ReplayScheme = "replay:";
    private const int MostReplaySpeed = 1000;

    /// <summary>Reads what a person wrote; false leaves the reason in <paramref name="error"/>.</summary>
    public static bool TryParse(string text, out LinkUrl url, out Phrase error)
    {
        text = text.Trim();
        (url, error) = (new LinkUrl(LinkKind.UdpListen, "", 0), Phrase.Of("flight.link.unknown", text));
        if (text.StartsWith("serial:", StringComparison.OrdinalIgnoreCase)) return TryParseSerial(text, out url, out error);
        if (text.StartsWith(ReplayScheme, StringComparison.OrdinalIgnoreCase)) return TryParseReplay(text, out url, out error);
        var udp = text.StartsWith("udp://", StringComparison.OrdinalIgnoreCase);
        if (!udp && !text.StartsWith("tcp://", StringComparison.OrdinalIgnoreCase)) return false;

        var address = text["udp://".Length..].TrimEnd('/');
        var colon = address.LastIndexOf(':');
        if (colon < 0 || !TryNumber(address[(colon + 1)..], 65_535, out var port))
        {
            error = Phrase.Of("flight.link.no-port", text);
            return false;
        }

        var host = address[..colon].Trim('[', ']');
        if (host.Length == 0 && !udp)
        {
            error = Phrase.Of("flight.link.no-host", text);
            return false;
        }

        var listens = udp && host is "" or EveryNetwork;
        url = new LinkUrl(listens ? LinkKind.UdpListen : udp ? LinkKind.UdpConnect : LinkKind.Tcp, host, port);
        return true;
    }

    public override string ToString() => Kind switch
    {
        LinkKind.Serial => $"serial:{Host}:{Number}",
        LinkKind.Replay => $"{ReplayScheme}{Host}:{Number}",
        LinkKind.Tcp => $"tcp://{Host}:{Number}",
        _ => $"udp://{Host}:{Number}",
    };

    private static bool TryParseSerial(string text, out LinkUrl url, out Phrase error)
    {
        var rest = text["serial:".Length..];
        var colon = rest.LastIndexOf(':');
        var (port, baud) = colon < 0 ? (rest, UsualBaudRate.ToString(CultureInfo.InvariantCulture)) : (rest[..colon], rest[(colon + 1)..]);
        url = new LinkUrl(LinkKind.Serial, port, 0);
        error = Phrase.Of(port.Length == 0 ? "flight.link.no-serial-port" : "flight.link.no-baud", text);
        if (port.Length == 0 || !TryNumber(baud, 4_000_000, out var rate)) return false;
        url = url with { Number = rate };
        return true;
    }

    private static bool TryParseReplay(string text, out LinkUrl url, out Phrase error)
    {
        var file = text[ReplayScheme.Length..];
        var colon = file.LastIndexOf(':');
        var speed = 1;
        if (colon > 0 && TryNumber(file[(colon + 1)..], MostReplaySpeed, out var given)) (file, speed) = (file[..colon], given);
        (url, error) = (new LinkUrl(LinkKind.Replay, file, speed), Phrase.Of("flight.link.no-file", text));
        return file.Length > 0;
    }

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
}
