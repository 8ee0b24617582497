using System.Collections.Concurrent;
using System.Globalization;
using DroneFarm.FirmwareSim;
using DroneFarm.Tests.Conformance.Ground;
using DroneFarm.Tests.Conformance.Vehicles;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(DroneFarm.Tests.Conformance.Airfield))]

namespace DroneFarm.Tests.Conformance;

/// <summary>Where vehicles come from: one at a time, of either kind. It keeps what was measured and writes it to conformance.tsv beside the tests.</summary>
public sealed class Airfield : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> figures = new();
    private GroundStation? last;
    private bool reusable;

    /// <summary>A vehicle just started, with these parameters over the spraying ones.</summary>
    internal async Task<GroundStation> FreshAsync(VehicleKind kind, string? script = null, params (string Name, double Value)[] parameters)
    {
        await ParkAsync();
        var all = new Dictionary<string, double>(SprayerOptions.SprayingParameters);
        foreach (var (name, value) in parameters) all[name] = value;
        var setup = new VehicleSetup(all, script);
        last = new GroundStation(kind == VehicleKind.Sitl ? new SitlUnderTest(setup) : new SimulatorUnderTest(setup));
        last.Run(3);
        return last;
    }

    /// <summary>A vehicle with the spraying parameters that stands on the ground; the one of the last test where that left it so.</summary>
    internal async Task<GroundStation> OnGroundAsync(VehicleKind kind)
    {
        var ground = reusable && last?.Vehicle.Kind == kind ? last : await FreshAsync(kind);
        reusable = true;
        return ground;
    }

    internal void Note(int point, VehicleKind kind, string figure)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{point}\t{kind}\t{figure}");
        figures.Enqueue(line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        await ParkAsync();
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "conformance.tsv"), figures.Order(StringComparer.Ordinal));
    }

    private async Task ParkAsync()
    {
        reusable = false;
        if (last is not null) await last.Vehicle.DisposeAsync();
        last = null;
    }
}
