using System.Collections.Concurrent;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Flights;

/// <summary>All flights of this station: at most one for each vehicle.</summary>
public sealed class FlightDesk(GroundStation ground, JobLibrary library, StationOptions options) : IAsyncDisposable
{
    private static readonly PumpCalibration UsualPump = new(7.2);

    private readonly ConcurrentDictionary<VehicleId, VehicleFlight> flights = new();

    public AlarmList Alarms { get; } = new();

    public VehicleFlight? Of(VehicleId vehicle) => flights.GetValueOrDefault(vehicle);

    public IEnumerable<(VehicleId Vehicle, VehicleFlight Flight)> All => flights.Select(f => (f.Key, f.Value));

    public PumpCalibration PumpOf(VehicleId vehicle) => Of(vehicle)?.Pump ?? UsualPump;

    /// <summary>Sets a job up on its vehicles; nothing is sent to them before the order to start.</summary>
    /// <returns>Why not; null when it stands ready.</returns>
    public Finding? Prepare(FlightRequest request)
    {
        var files = LibraryName.IsGood(request.JobId) ? library.Job(request.JobId) : null;
        if (files is not { IsPlanned: true } || PlanFile.Read(files.Plan) is not { Plan: { } plan, Fingerprint: var fingerprint }) return Finding.Error("station.no-plan", request.JobId);
        var vehicles = request.Vehicles.Select(v => ground.Vehicles.FirstOrDefault(known => known.Id.SystemId == v)).ToList();
        if (vehicles.Contains(null)) return Finding.Error("station.no-vehicle");
        if (vehicles.Count != plan.Fleet.Drones) return Finding.Error("station.vehicle-count", $"{plan.Fleet.Drones}");
        if (vehicles.Exists(v => Of(v!.Id) is { IsOver: false })) return Finding.Error("station.vehicle-busy");
        if (files.Journals.Count > 0) return Finding.Error("station.job-was-flown", request.JobId);
        for (var i = 0; i < vehicles.Count; i++)
        {
            var vehicle = vehicles[i]!;
            if (flights.TryRemove(vehicle.Id, out var over)) over.Dispose();
            flights[vehicle.Id] = new VehicleFlight(vehicle, plan, fingerprint, i + 1, files, request, Alarms, options);
        }

        return null;
    }

    /// <summary>Minutes until the vehicle must turn for home so as to land with the planned reserve; null when that cannot be known.</summary>
    public double? MinutesToReturn(Vehicle vehicle, Charge battery)
    {
        if (Of(vehicle.Id) is not { } flight || battery is not { Percent: { } percent, VoltageV: { } volts, CurrentA: { } amps } || vehicle.State.Motion?.Value is not { } motion) return null;
        return ReturnTime.MinutesLeft(flight.Plan.Sprayer, flight.Plan.Job, percent, volts * amps, HomeM(flight, motion), motion.HeightM);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var flight in flights.Values) flight.Dispose();
        flights.Clear();
        await Task.CompletedTask;
    }

    private static double HomeM(VehicleFlight flight, Motion motion)
    {
        var frame = flight.Plan.Farm.Frame;
        var here = frame.ToLocal(motion.Place);
        return flight.Plan.Sorties.Where(s => s.Vehicle == flight.Share).Select(s => s.To.Place.DistanceM(here)).DefaultIfEmpty(0).Min();
    }
}
