using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DroneFarm.Core.Geo;

namespace DroneFarm.Tests.Shared;

/// <summary>A real ArduCopter, compiled for this machine (software in the loop), on loopback. Tests that need it are skipped where it is absent.</summary>
internal sealed class Sitl : IAsyncDisposable
{
    /// <summary>For both names of what 4.7 renamed: a release passes over names that it does not have.</summary>
    private static readonly string[] OurDefaults = [Path.Combine(AppContext.BaseDirectory, "ardupilot", "spray.parm"), Path.Combine(AppContext.BaseDirectory, "ardupilot", "spray-4.7.parm")];

    /// <summary>Belongs to our spray.parm: what is set up for spraying is guarded.</summary>
    private static readonly string OurGuard = Path.Combine(AppContext.BaseDirectory, "ardupilot", "sprayer_guard.lua");

    private readonly Process process;
    private readonly string folder;

    private Sitl(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    /// <summary>The TCP port on which it waits for its ground station.</summary>
    public int Port { get; }

    public bool HasEnded => process.HasExited;

    /// <param name="home">Where it stands.</param>
    /// <param name="speedUp">Seconds of the vehicle's life in one of the wall's.</param>
    /// <param name="parameters">Parameters over the release's defaults, in place of our spray.parm.</param>
    /// <param name="script">An on-board script to be found at the start.</param>
    /// <param name="besides">Parameters over all of these.</param>
    public static Sitl Start(
        GeoPoint home, double speedUp, IReadOnlyDictionary<string, double>? parameters = null, string? script = null, IReadOnlyDictionary<string, double>? besides = null)
    {
        var binary = Find() ?? throw new InvalidOperationException("a skipped test goes no further");
        var instance = Enumerable.Range(10, 200).First(i => IsFree(5760 + (10 * i)));
        var folder = Directory.CreateTempSubdirectory("dronefarm-").FullName;
        if (parameters is not null) File.WriteAllLines(Path.Combine(folder, "own.parm"), parameters.Select(p => $"{p.Key} {Text(p.Value)}"));
        File.WriteAllLines(Path.Combine(folder, "besides.parm"), (besides ?? new Dictionary<string, double>()).Select(p => $"{p.Key} {Text(p.Value)}"));
        Directory.CreateDirectory(Path.Combine(folder, "scripts"));
        if (parameters is null) File.Copy(OurGuard, Path.Combine(folder, "scripts", "sprayer_guard.lua"));
        if (script is not null) File.WriteAllText(Path.Combine(folder, "scripts", "on_board.lua"), script);
        var start = new ProcessStartInfo(binary) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] args =
        [
            "--model", "+", "--speedup", Text(speedUp), "--home", $"{Text(home.LatitudeDeg)},{Text(home.LongitudeDeg)},5,0", "-w", "-I", Text(instance),
            "--defaults", string.Join(',', Defaults(binary, parameters is null ? OurDefaults : ["own.parm"]).Append("besides.parm")),
        ];
        foreach (var arg in args) start.ArgumentList.Add(arg);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Sitl(process, folder, 5760 + (10 * instance));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The release's own defaults for a copter, where they lie beside the binary, and others over them.</summary>
    private static IEnumerable<string> Defaults(string binary, string[] others)
    {
        var copter = Path.Combine(Path.GetDirectoryName(binary)!, "..", "share", "ardupilot", "copter.parm");
        if (File.Exists(copter)) yield return Path.GetFullPath(copter);
        foreach (var other in others) yield return other;
    }

    /// <summary>The binary, or the running test is skipped.</summary>
    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("ARDUPILOT_SITL");
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(p => Path.Combine(p, "arducopter"));
        var found = onPath.Prepend(named ?? "").FirstOrDefault(File.Exists);
        if (found is null) Assert.Skip("ArduCopter SITL is not here: neither ARDUPILOT_SITL nor arducopter on PATH");
        return found;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Text(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}
