using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Files;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Puts a script on the vehicle over MAVFTP, reads it back and compares it byte by byte, and has the vehicle's engine start it (ARDUPILOT.md point 35).</summary>
public static class ScriptInstall
{
    private const float RestartScripts = 3;
    private static readonly TimeSpan HeardWithin = TimeSpan.FromSeconds(10);

    /// <summary>On a flight controller's card, and in the working folder of ArduPilot on a computer.</summary>
    private static readonly string[] Folders = ["/APM/scripts", "scripts"];

    /// <summary>Null when it lies there, equal to the last byte, and runs as far as it tells of itself; otherwise why not.</summary>
    public static async Task<Phrase?> ApplyAsync(Vehicle vehicle, OnBoardScript script, TimeProvider time, CancellationToken cancel)
    {
        if (await FolderAsync(vehicle, cancel) is not { } folder) return Cancelled(cancel) ?? Phrase.Of("flight.script.no-folder");
        var path = $"{folder}/{script.Name}";
        var written = await vehicle.RunAsync(new FileWrite(path, script.Content), cancel);
        if (written.Outcome != TransferOutcome.Done) return Cancelled(cancel) ?? Phrase.Of("flight.script.not-written", script.Name, path, $"{written.Outcome} {written.Error}");
        var read = await vehicle.RunAsync(new FileRead(path), cancel);
        if (read.Outcome != TransferOutcome.Done || !read.Content.Span.SequenceEqual(script.Content.Span)) return Cancelled(cancel) ?? Phrase.Of("flight.script.differs", script.Name, path);

        var asked = time.GetUtcNow();
        var restarted = await vehicle.RunAsync(new CommandExchange(new Command(MavCmd.Scripting, RestartScripts)), cancel);
        if (restarted != CommandOutcome.Accepted) return Cancelled(cancel) ?? Phrase.Of("flight.script.not-started", script.Name, restarted.ToString());
        if (script != OnBoardScript.Guard || await vehicle.WaitAsync((state, _) => state.Guard is { } guard && guard.At > asked, HeardWithin, cancel)) return null;
        return Cancelled(cancel) ?? Phrase.Of("flight.script.not-heard", script.Name);
    }

    private static async Task<string?> FolderAsync(Vehicle vehicle, CancellationToken cancel)
    {
        foreach (var folder in Folders)
        {
            if ((await vehicle.RunAsync(new FileListing(folder), cancel)).Outcome == TransferOutcome.Done) return folder;
        }

        return null;
    }

    private static Phrase? Cancelled(CancellationToken cancel) => cancel.IsCancellationRequested ? Phrase.Of("flight.cancelled") : null;
}
