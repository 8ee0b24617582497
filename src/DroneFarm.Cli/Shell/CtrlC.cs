using System.Runtime.InteropServices;

namespace DroneFarm.Cli.Shell;

/// <summary>
/// The first Ctrl-C (or a request to terminate) asks the work to end safely; the second ends the program at once.
/// A vehicle in the air needs the time between the two.
/// </summary>
internal sealed class CtrlC : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public CtrlC(Action whenAsked)
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                if (source.IsCancellationRequested) return;
                context.Cancel = true;
                whenAsked();
                source.Cancel();
            }));
        }
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        registrations.ForEach(r => r.Dispose());
        source.Dispose();
    }
}
