using System.Collections.Concurrent;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Fleets;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Flights;

/// <summary>One job with the vehicles that fly it, one journal for all of them, from the first order to its end.</summary>
public sealed class JobRun : IAsyncDisposable
{
    /// <summary>Long enough to be seen on the screen.</summary>
    private static readonly TimeSpan SimulatedRefillTakes = TimeSpan.FromSeconds(10);

    private readonly JobFiles files;
    private readonly IReadOnlyDictionary<int, Vehicle> vehicles;
    private readonly StationOptions options;
    private readonly JournalWriter journal;
    private readonly FleetFlight fleet;
    private readonly FlightLog? before;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<int, Waiting> refills = new();
    private readonly Dictionary<VehicleId, ConcurrentDictionary<CheckCode, bool>> overrides;
    private readonly AlarmList alarms;
    private readonly FlightTape tape;
    private readonly FlightSink sink;
    private volatile IReadOnlyList<Weather> weather;
    private Task<FleetResult>? flying;

    /// <param name="numbered">By their number in the plan.</param>
    /// <param name="read">The journal of a job that was begun before; null for one at its beginning.</param>
    /// <exception cref="JournalBrokenException">The journal cannot be written.</exception>
    public JobRun(IReadOnlyDictionary<int, Vehicle> numbered, Plan plan, string fingerprint, JobFiles files, JournalRead? read, AlarmList alarms, FlightTape tape, StationOptions options)
    {
        (vehicles, Plan, this.files, this.options, before, this.alarms, this.tape) = (numbered, plan, files, options, read?.Log, alarms, tape);
        overrides = numbered.ToDictionary(v => v.Value.Id, _ => new ConcurrentDictionary<CheckCode, bool>());
        Pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        weather = read?.Weather ?? [];
        Flights = numbered.ToDictionary(v => v.Value.Id, v => new VehicleFlight(this, v.Value, v.Key));
        foreach (var point in before?.Track ?? []) Flights.GetValueOrDefault(point.Vehicle)?.Track.Add(point);
        journal = read is null ? JournalWriter.Create(files.Journal, Header(fingerprint), options.Time) : JournalWriter.Resume(files.Journal, read, options.Time);
        var flightOptions = JobFlightOptions.For(Pump, sortie => SprayPreset.For(plan.Sprayer, plan.Fleet.JobOf(plan.Job, sortie.Vehicle), Pump, sortie)) with
        {
            WaitsForPeople = true,
            // A simulator's weather is always of now.
            Weather = () => weather.Count == 0 ? null : options.IsSimulated ? weather[^1] with { At = options.Time.GetUtcNow() } : weather[^1],
            OverridesOf = vehicle => new LiveSet<CheckCode>(overrides[vehicle]),
        };
        sink = new FlightSink(journal, Flights, alarms);
        fleet = new FleetFlight(numbered, plan, flightOptions, sink, RefillAsync, options.Time, before);
        if (before is null) Begin();
    }

    public string JobId => files.Id;

    public Plan Plan { get; }

    public PumpCalibration Pump { get; }

    public IReadOnlyDictionary<VehicleId, VehicleFlight> Flights { get; }

    /// <summary>Whether the vehicles' loops run: a job that is taken up waits for the word of its pilot.</summary>
    public bool IsBegun => flying is not null;

    public bool IsOver => flying is { IsCompleted: true };

    /// <summary>Why the loops ended that should not have; a fault of ours that the pilot must see.</summary>
    public string? Fault => flying?.Exception?.GetBaseException().Message;

    /// <summary>From here on a station that dies takes the job up again by itself.</summary>
    public void Begin()
    {
        if (tape.Start(files.NextTelemetry(), vehicles.Values.Select(v => v.Id.SystemId)) is { } why)
            foreach (var vehicle in Flights.Keys) alarms.Add(new FlightEvent(options.Time.GetUtcNow(), vehicle, 0, FlightEventKind.Alarm, Phrase.Of("flight.no-tlog", why)));
        FlyingMark.Put(files, vehicles.OrderBy(v => v.Key).Select(v => v.Value.Id));
        flying = FlyAsync();
    }

    public JobProgress ProgressOf(int number) => fleet.Progress[number];

    /// <summary>Litres people are asked to fill; null when nothing waits for them.</summary>
    public double? WaitsForL(int number) => refills.GetValueOrDefault(number)?.Litres;

    public Task<Phrase?> OrderAsync(int number, FlightOrder order) => fleet.OrderAsync(number, order);

    public Task AllStopAsync()
    {
        foreach (var waits in refills.Values) waits.Done.TrySetCanceled();
        return IsBegun ? fleet.AllStopAsync() : Task.CompletedTask;
    }

    /// <summary>Tank and battery are fresh.</summary>
    public bool Refilled(int number) => refills.TryRemove(number, out var waits) && waits.Done.TrySetResult();

    /// <summary>Somebody answers, by name, for an item of one aircraft's checklist that does not hold. It counts for that aircraft alone.</summary>
    /// <param name="what">What does not hold, as the checklist says it.</param>
    public void AnswerFor(VehicleId vehicle, CheckCode code, string who, Phrase what)
    {
        Answered(vehicle, who, what);
        overrides[vehicle][code] = true;
    }

    /// <summary>The journal keeps who answered for what, in words of both languages.</summary>
    public void Answered(VehicleId vehicle, string who, Phrase what) => sink.Event(new FlightEvent(
        options.Time.GetUtcNow(), vehicle, ProgressOf(Flights[vehicle].Share).Sortie, FlightEventKind.Alarm,
        Phrase.Of("flight.answered-by", who, $"{Phrasebook.Core.Say(what, Language.Chinese)} / {Phrasebook.Core.Say(what, Language.English)}")));

    public void Measured(Weather now)
    {
        journal.Append(now);
        weather = [.. weather, now];
    }

    /// <summary>Where the vehicle's spraying stopped inside a swath; null when it did not.</summary>
    public Breakpoint? BreakpointOf(VehicleId vehicle) => Remainder.BreakpointOf(Plan, new FlightLog(Plan.Job.Id, Flights[vehicle].Track.Points, [], Complete: false));

    /// <summary>The station closes: vehicles are brought home first.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (flying is { } task) await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a fault was shown while it flew
        fleet.Dispose();
        journal.Dispose();
        stop.Dispose();
    }

    private async Task<FleetResult> FlyAsync()
    {
        var result = await fleet.RunAsync(stop.Token);
        if (result.JournalHolds) journal.End(options.Time.GetUtcNow(), result.IsComplete);
        FlyingMark.Remove(files);
        tape.Stop(vehicles.Values.Select(v => v.Id.SystemId));
        return result;
    }

    private async Task RefillAsync(int number, Sortie sortie, CancellationToken cancel)
    {
        var vehicle = vehicles[number].Id;
        if (options.RefillSimulated is { } refill)
        {
            await Task.Delay(SimulatedRefillTakes, options.Time, cancel);
            var litres = sortie.Litres * Math.Min(1.05, Plan.Sprayer.TankL / Math.Max(sortie.Litres, 0.001));
            refill(vehicle, Plan.Farm.Frame.ToGeo(sortie.From.Place), litres);
            Filled(vehicle, sortie, litres, "模拟器 simulator");
            return;
        }

        var waits = new Waiting(sortie.Litres, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        refills[number] = waits;
        try
        {
            await waits.Done.Task.WaitAsync(cancel);
        }
        finally
        {
            refills.TryRemove(number, out _);
        }

        Filled(vehicle, sortie, sortie.Litres, "按计划，未计量 as planned, not measured");
    }

    private void Filled(VehicleId vehicle, Sortie sortie, double litres, string source)
    {
        journal.Append(new TankFill(options.Time.GetUtcNow(), vehicle, sortie.Number, litres, source));
        Flights[vehicle].Track.Refilled(litres);
    }

    private JournalHeader Header(string fingerprint) => new(
        Plan.Job.Id, fingerprint, $"{Plan.Sprayer.Name} {string.Join(" ", vehicles.OrderBy(v => v.Key).Select(v => $"#{v.Value.Id}"))}", options.IsSimulated, options.Time.GetUtcNow());

    private sealed record Waiting(double Litres, TaskCompletionSource Done);
}
