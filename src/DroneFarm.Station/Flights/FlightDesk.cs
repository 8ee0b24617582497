using System.Collections.Concurrent;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Flights;

/// <summary>All flights of this station: at most one for each vehicle.</summary>
public sealed class FlightDesk(GroundStation ground, JobLibrary library, FlightTape tape, StationOptions options) : IAsyncDisposable
{
    private static readonly PumpCalibration UsualPump = new(7.2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.2);

    private readonly ConcurrentDictionary<VehicleId, VehicleFlight> flights = new();
    private readonly ConcurrentDictionary<JobRun, bool> runs = new();
    private readonly Lock setup = new();

    public AlarmList Alarms { get; } = new();

    public VehicleFlight? Of(VehicleId vehicle) => flights.GetValueOrDefault(vehicle);

    public PumpCalibration PumpOf(VehicleId vehicle) => Of(vehicle)?.Pump ?? UsualPump;

    public Task AllStopAsync() => Task.WhenAll(runs.Keys.Where(r => !r.IsOver).Select(r => r.AllStopAsync()));

    /// <summary>Sets a job up on its vehicles; nothing is sent to them before the order to start. One that was begun before is taken up where it stopped.</summary>
    /// <returns>Why not; null when it stands ready.</returns>
    public Finding? Prepare(FlightRequest request)
    {
        lock (setup)
        {
            var (run, why) = SetUp(request);
            if (run is null) return why;
            if (request.Measured(options.Time.GetUtcNow()) is { } measured) run.Measured(measured);
            return null;
        }
    }

    /// <summary>Weather that somebody measured during the flight: it counts from now on, and the record keeps it.</summary>
    /// <returns>False when the vehicle flies nothing.</returns>
    public bool Measured(VehicleId vehicle, WeatherNow measured)
    {
        if (Of(vehicle) is not { IsOver: false } flight) return false;
        flight.Run.Measured(measured.At(options.Time.GetUtcNow()));
        return true;
    }

    /// <summary>Jobs that were in the air when the station died: each goes on as soon as its vehicles are heard again.</summary>
    public async Task TakeUpAsync(CancellationToken cancel)
    {
        var open = library.JobIds().Select(library.Job).Select(files => (files.Id, Vehicles: FlyingMark.Read(files))).Where(j => j.Vehicles is not null).ToList();
        using var timer = new PeriodicTimer(LookEvery, TimeProvider.System);
        try
        {
            while (open.Count > 0 && await timer.WaitForNextTickAsync(cancel))
            {
                var heard = ground.Vehicles.Where(v => v.State.Pulse is not null && v.State.Motion is not null).Select(v => (int)v.Id.SystemId).ToHashSet();
                foreach (var job in open.Where(j => j.Vehicles!.All(heard.Contains)).ToList())
                {
                    open.Remove(job);
                    GoOn(job.Id, job.Vehicles!);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    /// <summary>Minutes until the vehicle must turn for home so as to land with the planned reserve; null when that cannot be known.</summary>
    public double? MinutesToReturn(Vehicle vehicle, Charge battery)
    {
        if (Of(vehicle.Id) is not { } flight || battery is not { Percent: { } percent, VoltageV: { } volts, CurrentA: { } amps } || vehicle.State.Motion?.Value is not { } motion) return null;
        return ReturnTime.MinutesLeft(flight.Plan.Sprayer, flight.Plan.Job, percent, volts * amps, HomeM(flight, motion), motion.HeightM);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in runs.Keys) await run.DisposeAsync();
        flights.Clear();
    }

    private void GoOn(string jobId, int[] vehicles)
    {
        lock (setup)
        {
            if (SetUp(new FlightRequest(jobId, vehicles)).Run is { IsBegun: false } run) run.Begin();
        }
    }

    private (JobRun? Run, Finding? Why) SetUp(FlightRequest request)
    {
        var files = LibraryName.IsGood(request.JobId) ? library.Job(request.JobId) : null;
        if (files is not { IsPlanned: true } || PlanFile.Read(files.Plan) is not { Plan: { } plan, Fingerprint: var fingerprint }) return (null, Finding.Error("station.no-plan", request.JobId));
        var vehicles = request.Vehicles.Distinct().Select(v => ground.Vehicles.FirstOrDefault(known => known.Id.SystemId == v)).OfType<Vehicle>().ToList();
        if (vehicles.Count != request.Vehicles.Length) return (null, Finding.Error("station.no-vehicle"));
        if (vehicles.Count != plan.Fleet.Drones) return (null, Finding.Error("station.vehicle-count", $"{plan.Fleet.Drones}"));
        if (vehicles.Exists(v => Of(v.Id) is { IsOver: false }) || runs.Keys.Any(r => r.JobId == files.Id && !r.IsOver)) return (null, Finding.Error("station.vehicle-busy"));
        JournalRead? before = null;
        if (files.IsFlown)
        {
            before = JournalReader.Read(files.Journal);
            if (before.Log is null || before.Log.Complete || before.Header?.PlanFingerprint != fingerprint) return (null, Finding.Error("station.job-was-flown", request.JobId));
            // A journal, and the record made of it, is of simulated vehicles or of real ones.
            if (before.Header.Simulated != options.IsSimulated) return (null, Finding.Error(options.IsSimulated ? "station.job-is-real" : "station.job-is-simulated", request.JobId));
        }

        var numbered = vehicles.Select((v, i) => (Number: i + 1, Vehicle: v)).ToDictionary(v => v.Number, v => v.Vehicle);
        try
        {
            var run = new JobRun(numbered, plan, fingerprint, files, before, Alarms, tape, options);
            runs[run] = true;
            foreach (var (id, flight) in run.Flights) flights[id] = flight;
            return (run, null);
        }
        catch (JournalBrokenException broken)
        {
            return (null, Finding.Error("station.journal-broken", broken.Path));
        }
    }

    private static double HomeM(VehicleFlight flight, Motion motion)
    {
        var frame = flight.Plan.Farm.Frame;
        var here = frame.ToLocal(motion.Place);
        return flight.Plan.Sorties.Where(s => s.Vehicle == flight.Share).Select(s => s.To.Place.DistanceM(here)).DefaultIfEmpty(0).Min();
    }
}
