using System.Net;
using DroneFarm.Core.Findings;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Access;
using DroneFarm.Station.BaseMaps;
using DroneFarm.Station.Flights;
using DroneFarm.Station.Library;
using DroneFarm.Station.Live;
using DroneFarm.Station.Plans;
using DroneFarm.Station.Reviews;
using DroneFarm.Station.Vehicles;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Formats.Terrain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DroneFarm.Station;

/// <summary>The ground station as one server on one port: library, links, vehicles, flights and the pages that show them.</summary>
public sealed class GroundRoom : IAsyncDisposable
{
    private static readonly TimeSpan ScreenMayHang = TimeSpan.FromSeconds(3);

    private readonly WebApplication app;
    private readonly FlightTape tape;
    private readonly CancellationTokenSource stop = new();
    private readonly Task live;
    private readonly Task takingUp;
    private readonly Task warming;

    private GroundRoom(WebApplication app, StationOptions options, JobLibrary library, GroundStation ground, FlightDesk flights, FlightTape tape, WebFiles web, LiveLoop loop)
    {
        (this.app, Ground, Flights, this.tape, HasPages) = (app, ground, flights, tape, web.AreThere);
        live = loop.RunAsync(stop.Token);
        takingUp = flights.TakeUpAsync(stop.Token);
        warming = WarmPlanner.BeginAsync(library, options.SamplesFolder, stop.Token);
    }

    public GroundStation Ground { get; }

    public FlightDesk Flights { get; }

    /// <summary>False where the program was built without Node.js.</summary>
    public bool HasPages { get; }

    /// <summary>What is wrong with files of the library that were read at the start.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Where browsers find it.</summary>
    public Uri Address => new(app.Urls.First());

    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">It would be open to a network without a pass phrase.</exception>
    public static async Task<GroundRoom> OpenAsync(StationOptions options)
    {
        if (!IPAddress.IsLoopback(options.Address) && !options.PassPhrases.AreAsked) throw new ArgumentException("a station that others can reach needs a pass phrase", nameof(options));
        var library = new JobLibrary(options.LibraryFolder);
        if (options.SamplesFolder is { } samples) library.PutSamples(samples);
        var seal = SessionSeal.In(library.Key);
        var control = new ControlToken(library.Control);
        var watchdog = new ScreenWatchdog(options.Time, ScreenMayHang * Math.Max(1, options.Speed));
        var tape = new FlightTape();
        var findings = new List<Finding>();
        var ground = new GroundStation(options.Time, watchdog, tape) { Options = Listening(library, findings) };
        foreach (var link in options.Links) ground.Open(link);
        var flights = new FlightDesk(ground, library, tape, options);

        var app = Build(options, watchdog, control);
        var door = new Doorkeeper(options, seal);
        var web = new WebFiles(options.WebFolder);
        app.Use((context, next) => door.PassAsync(context, next));
        SessionRoutes.Map(app, options, door, seal, control);
        LibraryRoutes.Map(app, library);
        ImportRoutes.Map(app);
        PlanRoutes.Map(app, library);
        MapRoutes.Map(app, library);
        FlightRoutes.Map(app, flights, ground, control);
        ReviewRoutes.Map(app, library, new RecordShelf(library));
        VehicleRoutes.Map(app, ground, control);
        app.MapHub<LiveHub>("/live", o => o.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling);
        app.Map("/api/{**rest}", () => Results.NotFound());
        app.MapFallback("{**path}", web.ServeAsync); // the usual pattern leaves out names with a dot, which our files have
        await app.StartAsync();
        var view = new LiveView(ground, flights, control, watchdog, options);
        return new GroundRoom(app, options, library, ground, flights, tape, web, new LiveLoop(app.Services.GetRequiredService<IHubContext<LiveHub>>(), view)) { Findings = findings };
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await live;
        await takingUp;
        await warming;
        await app.DisposeAsync();
        await Flights.DisposeAsync();
        await Ground.DisposeAsync();
        tape.Dispose();
        stop.Dispose();
    }

    /// <summary>Vehicles are sent heights of the ground when the library has any; otherwise nothing is asked of them.</summary>
    private static VehicleOptions Listening(JobLibrary library, List<Finding> findings) =>
        Directory.EnumerateFiles(library.Terrain).Any() && TerrainFolder.Open(library.Terrain, findings) is { } terrain ? VehicleOptions.ForFlying.WithGround(terrain.HeightM) : VehicleOptions.ForFlying;

    private static WebApplication Build(StationOptions options, ScreenWatchdog watchdog, ControlToken control)
    {
        // Nothing is read from the folder the program happens to be started in.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Address, options.Port);
            kestrel.Limits.MaxRequestBodySize = 250_000_000;
            kestrel.AddServerHeader = false;
        });
        builder.Services.ConfigureHttpJsonOptions(json => StationJson.Apply(json.SerializerOptions));
        builder.Services.AddResponseCompression(o => o.MimeTypes = ["application/json", "application/geo+json"]);
        builder.Services.AddSignalR(o => o.KeepAliveInterval = TimeSpan.FromSeconds(2)).AddJsonProtocol(json => StationJson.Apply(json.PayloadSerializerOptions));
        builder.Services.AddSingleton(watchdog);
        builder.Services.AddSingleton(control);
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseResponseCompression();
        return app;
    }
}
