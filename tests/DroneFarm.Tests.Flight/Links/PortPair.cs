using System.ComponentModel;
using System.Diagnostics;

namespace DroneFarm.Tests.Flight.Links;

/// <summary>Two pseudo terminals joined by socat; a test that needs them is skipped where there is none.</summary>
internal sealed class PortPair : IAsyncDisposable
{
    private readonly Process socat;
    private readonly string folder;

    private PortPair(Process socat, string folder) => (this.socat, this.folder) = (socat, folder);

    public string Ground => Path.Combine(folder, "ground");

    public string Vehicle => Path.Combine(folder, "vehicle");

    public static async Task<PortPair> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dronefarm-").FullName;
        string Pty(string name) => $"pty,raw,echo=0,link={Path.Combine(folder, name)}";
        try
        {
            var pair = new PortPair(Process.Start(new ProcessStartInfo("socat", [Pty("ground"), Pty("vehicle")]) { RedirectStandardError = true })!, folder);
            for (var look = 0; look < 500 && !(File.Exists(pair.Ground) && File.Exists(pair.Vehicle)); look++)
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            return pair;
        }
        catch (Win32Exception)
        {
            Directory.Delete(folder);
            Assert.Skip("socat is not here: no pair of pseudo terminals");
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!socat.HasExited) socat.Kill();
        await socat.WaitForExitAsync(CancellationToken.None);
        socat.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
