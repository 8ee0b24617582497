using System.Globalization;
using System.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Storage;

namespace DroneFarm.Cli.Ground;

/// <summary>
/// Which parameters a firmware has, as the last full reading of any vehicle with it showed: then a few of them can be asked for by pattern without the
/// reading of all, which takes minutes over a slow radio. Only names are kept, never values: those may have changed since.
/// </summary>
internal sealed class ParameterNames(string folder)
{
    /// <summary>In the user's folder for what a program can do without.</summary>
    public static ParameterNames OfThisUser { get; } =
        new(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "DroneFarm", "parameters"));

    /// <summary>The release and the first eight letters of the commit it was built from, as in 4.6.3-1a2b3c4d; null where the vehicle does not tell.</summary>
    public static async Task<string?> FirmwareOfAsync(Vehicle vehicle, CancellationToken cancel)
    {
        var version = await vehicle.RunAsync(new MessageRequest<AutopilotVersion>(), cancel);
        return version.Came ? Firmware(version.Message) : null;
    }

    public static string Firmware(in AutopilotVersion version)
    {
        ReadOnlySpan<byte> commit = version.FlightCustomVersion;
        var number = string.Create(CultureInfo.InvariantCulture, $"{version.FlightSwVersion >> 24}.{(version.FlightSwVersion >> 16) & 255}.{(version.FlightSwVersion >> 8) & 255}");
        var letters = string.Concat(Encoding.ASCII.GetString(commit).Where(char.IsAsciiLetterOrDigit));
        return letters.Length > 0 ? $"{number}-{letters}" : number;
    }

    /// <summary>None where this firmware was never read, or what was kept cannot be read.</summary>
    public IReadOnlyList<string> Read(string firmware)
    {
        try
        {
            return File.Exists(FileOf(firmware)) ? File.ReadAllLines(FileOf(firmware)) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <returns>False where it could not be kept: the next reading is as long as this one.</returns>
    public bool Keep(string firmware, IEnumerable<string> names)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(FileOf(firmware), stream => stream.Write(Encoding.ASCII.GetBytes(string.Join('\n', names) + "\n")));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string FileOf(string firmware) => Path.Combine(folder, firmware + ".txt");
}
