using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DroneFarm.Tests.Browser;

/// <summary><c>dronefarm serve</c> as a user runs it: a process of its own, on a free port of loopback.</summary>
internal sealed class ServedStation : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly string[] args;
    private readonly IReadOnlyDictionary<string, string> environment;
    private Process process;

    private ServedStation(Process process, int port, string library, string[] args, IReadOnlyDictionary<string, string> environment) =>
        (this.process, Port, Library, this.args, this.environment) = (process, port, library, args, environment);

    public int Port { get; }

    public string Library { get; }

    public string Address => $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/";

    public static async Task<ServedStation> StartAsync(string[] args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (port, library) = (FreeTcpPort(), Directory.CreateTempSubdirectory("dronefarm-browser-").FullName);
        environment ??= new Dictionary<string, string>();
        return new ServedStation(await RunAsync(port, library, args, environment), port, library, args, environment);
    }

    /// <summary>As when the laptop's battery dies: no farewell.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async Task StartAgainAsync() => process = await RunAsync(Port, Library, args, environment);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }

    /// <summary>Another verb of the program, running beside.</summary>
    public static Process Beside(params string[] args) => Process.Start(StartOf(args))!;

    private static async Task<Process> RunAsync(int port, string library, string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var start = StartOf(["serve", "--port", port.ToString(CultureInfo.InvariantCulture), "--library", library, .. args]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadLineAsync();
        if (await Task.WhenAny(said, Task.Delay(StartsWithin, TimeProvider.System)) != said || await said is not { } line || !line.Contains("http", StringComparison.Ordinal))
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"the station did not start: {await process.StandardError.ReadToEndAsync()}");
        }

        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    private static ProcessStartInfo StartOf(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "dronefarm.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        start.Environment["DRONEFARM_LANGUAGE"] = "en";
        return start;
    }

    private static int FreeTcpPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
