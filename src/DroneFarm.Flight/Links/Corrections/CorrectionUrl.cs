using System.Globalization;
using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Links.Corrections;

/// <summary>
/// Where RTK corrections come from: <c>ntrip://user:password@host:2101/MOUNT</c>, <c>serial:/dev/ttyACM0:115200</c>, <c>tcp://host:port</c>, or
/// <c>file:base.rtcm</c>.
/// </summary>
/// <param name="Link">Serial or TCP; null for the others.</param>
/// <param name="Caster">Of NTRIP: http-like, with user and mount point; null for the others.</param>
/// <param name="File">Null for the others.</param>
public sealed record CorrectionUrl(LinkUrl? Link, Uri? Caster, string? File)
{
    private const int UsualCasterPort = 2101;

    public static bool TryParse(string text, out CorrectionUrl url, out Phrase error)
    {
        text = text.Trim();
        (url, error) = (new CorrectionUrl(null, null, null), Phrase.Of("flight.corrections.unknown", WithoutPassword(text)));
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            url = url with { File = text["file:".Length..] };
            return url.File!.Length > 0;
        }

        if (text.StartsWith("ntrip://", StringComparison.OrdinalIgnoreCase))
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var caster) || caster.Host.Length == 0 || caster.AbsolutePath.Trim('/').Length == 0) return false;
            url = url with { Caster = caster.Port > 0 ? caster : new UriBuilder(caster) { Port = UsualCasterPort }.Uri };
            return true;
        }

        if (!LinkUrl.TryParse(text, out var link, out error)) return false;
        url = url with { Link = link };
        error = Phrase.Of("flight.corrections.unknown", text);
        return link.Kind is LinkKind.Serial or LinkKind.Tcp;
    }

    /// <summary>For screens and logs: no password in it.</summary>
    public override string ToString() =>
        File is not null ? $"file:{File}" : Caster is not null ? $"ntrip://{Caster.Host}:{Caster.Port.ToString(CultureInfo.InvariantCulture)}{Caster.AbsolutePath}" : $"{Link}";

    private static string WithoutPassword(string text)
    {
        var (scheme, at) = (text.IndexOf("://", StringComparison.Ordinal), text.LastIndexOf('@'));
        return scheme >= 0 && at > scheme ? text[..(scheme + 3)] + "…" + text[at..] : text;
    }
}
