using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DroneFarm.Tests.Shared;

/// <summary>
/// A PostgreSQL of our own on a free loopback port, in a temporary folder, run by a user who is not root. <see cref="Start"/> says why there is none where there is none.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly string folder;
    private readonly string user;

    private PostgresCluster(string folder, string user, int port) => (this.folder, this.user, Port) = (folder, user, port);

    public int Port { get; }

    public string ConnectionString(string database = "postgres", int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port ?? Port};Database={database};Username={user};Timeout=5;Command Timeout=60");

    /// <returns>The cluster, or the reason why none can be had here.</returns>
    public static (PostgresCluster? Cluster, string Reason) Start()
    {
        var bin = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).LastOrDefault(d => File.Exists(Path.Combine(d, "bin/initdb"))) : null;
        if (bin is null) return (null, "PostgreSQL is not installed (Debian: postgresql-15 and postgresql-15-postgis-3)");
        if (!Directory.EnumerateFiles("/usr/share/postgresql", "postgis.control", SearchOption.AllDirectories).Any()) return (null, "PostGIS is not installed (Debian: postgresql-15-postgis-3)");
        bin = Path.Combine(bin, "bin");
        var folder = Directory.CreateTempSubdirectory("dronefarm-pg-").FullName;
        var user = Environment.UserName == "root" ? "postgres" : Environment.UserName;
        if (Environment.UserName == "root" && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var cluster = new PostgresCluster(folder, user, port);
        var data = Path.Combine(folder, "data");
        foreach (var command in new[]
        {
            $"{bin}/initdb -D {data} -A trust -U {user} -E UTF8 --locale=C -N > {folder}/log 2>&1",
            $"{bin}/pg_ctl -D {data} -w -t 60 -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off' -l {folder}/server.log start >> {folder}/log 2>&1",
        })
        {
            if (cluster.Run(command) == 0) continue;
            var said = File.Exists($"{folder}/log") ? File.ReadAllText($"{folder}/log") : "";
            cluster.Dispose();
            return (null, $"PostgreSQL would not start: {said}");
        }

        return (cluster, "");
    }

    public void Dispose()
    {
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        Run($"{bin}/pg_ctl -D {folder}/data -m immediate stop > /dev/null 2>&1; rm -rf {folder}/data");
        Directory.Delete(folder, recursive: true);
    }

    private int Run(string command)
    {
        var start = Environment.UserName == "root" ? new ProcessStartInfo("su", [user, "-s", "/bin/sh", "-c", command]) : new ProcessStartInfo("/bin/sh", ["-c", command]);
        start.WorkingDirectory = folder;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
