using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Resuming;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Station.Access;
using DroneFarm.Station.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Flights;

/// <summary>Flying over HTTP. Every order is the pilot's in control, and has an answer.</summary>
public static class FlightRoutes
{
    public static void Map(IEndpointRouteBuilder routes, FlightDesk desk, GroundStation ground, ControlToken control)
    {
        routes.MapPost("/api/flights", (FlightRequest request) => desk.Prepare(request) is { } why ? Refusal.Of(why.Code, [.. why.Text.Args]) : Results.NoContent()).NeedsControl(control);
        routes.MapPost("/api/flights/{vehicle:int}/order", (int vehicle, OrderRequest order) => OrderAsync(desk, vehicle, order)).NeedsControl(control);
        routes.MapGet("/api/flights/{vehicle:int}/track", (int vehicle, int? from) => desk.Of(new VehicleId((byte)vehicle)) is { } flight ? Results.Json(flight.Track.From(from ?? 0), StationJson.Options) : Results.Json(Array.Empty<double[]>())).Needs(Role.Viewer);
        routes.MapPost("/api/vehicles/{vehicle:int}/mode/{mode}", (int vehicle, string mode) => ModeAsync(ground, vehicle, mode)).NeedsControl(control);
        routes.MapPost("/api/flights/{vehicle:int}/override", (int vehicle, OverrideRequest request) => AnswerFor(desk, vehicle, request)).NeedsControl(control);
        routes.MapPost("/api/flights/{vehicle:int}/weather", (int vehicle, WeatherNow measured) => desk.Measured(new VehicleId((byte)vehicle), measured) ? Results.NoContent() : Refusal.Of("station.no-flight", $"{vehicle}")).NeedsControl(control);
        routes.MapPost("/api/all-stop", async () =>
        {
            await desk.AllStopAsync();
            return Results.NoContent();
        }).NeedsControl(control);
    }

    private static async Task<IResult> OrderAsync(FlightDesk desk, int vehicle, OrderRequest request)
    {
        if (desk.Of(new VehicleId((byte)vehicle)) is not { } flight) return Refusal.Of("station.no-flight", $"{vehicle}");
        if (!Enum.TryParse<FlightOrderWord>(request.Order, ignoreCase: true, out var order)) return Refusal.Of("station.order-not-now", request.Order);
        if (!Enum.TryParse<ReEntry>(request.Entry ?? nameof(ReEntry.AtBreakpoint), ignoreCase: true, out var entry)) return Refusal.Of("station.order-not-now", request.Entry!);
        if (request.Answers && string.IsNullOrWhiteSpace(request.Who)) return Refusal.Of("station.who-answers");
        return await flight.OrderAsync(order, entry, request.Answers ? request.Who!.Trim() : null) is { } why ? Refusal.Of([new Finding(Severity.Error, why)]) : Results.NoContent();
    }

    private static IResult AnswerFor(FlightDesk desk, int vehicle, OverrideRequest request)
    {
        if (desk.Of(new VehicleId((byte)vehicle)) is not { } flight) return Refusal.Of("station.no-flight", $"{vehicle}");
        if (!Enum.TryParse<CheckCode>(request.Code, ignoreCase: true, out var code)) return Refusal.Of("station.order-not-now", request.Code);
        if (string.IsNullOrWhiteSpace(request.Who)) return Refusal.Of("station.who-answers");
        flight.AnswerFor(code, request.Who.Trim());
        return Results.NoContent();
    }

    private static async Task<IResult> ModeAsync(GroundStation ground, int id, string word)
    {
        if (ground.Vehicles.FirstOrDefault(v => v.Id.SystemId == id) is not { } vehicle) return Refusal.Of("station.no-vehicle");
        CopterMode? mode = word switch { "land" => CopterMode.Land, "rtl" => CopterMode.Rtl, "brake" => CopterMode.Brake, _ => null };
        if (mode is not { } wanted) return Refusal.Of("station.order-not-now", word);
        var outcome = await vehicle.RunAsync(new ModeChange(wanted));
        return outcome == CommandOutcome.Accepted ? Results.NoContent() : Refusal.Of("station.vehicle-refused", outcome.ToString());
    }
}
