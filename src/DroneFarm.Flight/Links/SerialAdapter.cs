using System.IO.Ports;

namespace DroneFarm.Flight.Links;

/// <summary>Finds a serial adapter again that was pulled out and came back under another name, as /dev/ttyUSB0 becomes /dev/ttyUSB1.</summary>
internal sealed class SerialAdapter(string name)
{
    private const string LinuxNames = "/dev/serial/by-id";

    private IReadOnlySet<string>? portsBefore;
    private string? identity;

    /// <summary>Under which name to open it now.</summary>
    public string Find()
    {
        var ports = Ports();
        var identities = Identities();
        var found = Choose(name, ports, identities, portsBefore, identity);
        if (ports.Contains(found) || File.Exists(found))
        {
            portsBefore = ports;
            identity = identities.FirstOrDefault(i => i.Value == found).Key ?? identity;
        }

        return found;
    }

    /// <summary>
    /// The name it was given under, while that is there and is the same adapter; else the port of the same identity; else the one port that was not there
    /// before; else the name again, whose error then says what is wrong.
    /// </summary>
    /// <param name="ports">The ports there are now.</param>
    /// <param name="identities">What the system calls each adapter, by what it is and not by when it came; empty where it does not say.</param>
    /// <param name="portsBefore">Those when it was last open; null when it never was.</param>
    /// <param name="identity">Its own, when it was last open.</param>
    internal static string Choose(
        string name, IReadOnlySet<string> ports, IReadOnlyDictionary<string, string> identities, IReadOnlySet<string>? portsBefore, string? identity)
    {
        if (identity is not null && identities.TryGetValue(identity, out var same)) return same;
        if (identity is null && ports.Contains(name) || portsBefore is null) return name;
        if (identity is not null && ports.Contains(name) && !identities.Values.Contains(name)) return name;
        string[] added = [.. ports.Where(p => !portsBefore.Contains(p))];
        return added.Length == 1 ? added[0] : name;
    }

    private static HashSet<string> Ports()
    {
        try
        {
            return [.. SerialPort.GetPortNames()];
        }
        catch (Exception error) when (Transport.IsOutside(error))
        {
            return []; // a system that does not tell: then the given name is all there is
        }
    }

    private static Dictionary<string, string> Identities()
    {
        if (!Directory.Exists(LinuxNames)) return [];
        var found = new Dictionary<string, string>();
        foreach (var entry in Directory.GetFiles(LinuxNames))
        {
            if (File.ResolveLinkTarget(entry, returnFinalTarget: true) is { } target) found[Path.GetFileName(entry)] = target.FullName;
        }

        return found;
    }
}
