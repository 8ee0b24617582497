namespace DroneFarm.Tests.EndToEnd;

/// <summary>One run of <c>dronefarm demo</c>, shared by the tests that look at its results.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    public string Folder { get; } = Inputs.NewFolder();

    public string Job => Directory.GetDirectories(Path.Combine(Folder, "out")).Single();

    internal Dronefarm.Answer Answer { get; private set; } = new(-1, "", "not run");

    public string File(string name) => Path.Combine(Job, name);

    public async ValueTask InitializeAsync() => Answer = await Dronefarm.RunAsync(Folder, "demo");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
