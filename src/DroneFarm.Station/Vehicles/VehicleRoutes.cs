using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Parameters;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Access;
using DroneFarm.Station.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Vehicles;

/// <summary>Links and parameters over HTTP.</summary>
public static class VehicleRoutes
{
    public static void Map(IEndpointRouteBuilder routes, GroundStation ground, ControlToken control)
    {
        routes.MapPost("/api/links", (LinkRequest request) =>
        {
            if (!LinkUrl.TryParse(request.Url, out var url, out var why)) return Results.Json(new Refusal([new FoundLine(Core.Findings.Severity.Error, Said.Of(why), null, null)]), StationJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);
            ground.Open(url);
            return Results.NoContent();
        }).NeedsControl(control);
        routes.MapGet("/api/vehicles/{id:int}/parameters", (int id) => ListAsync(ground, id)).Needs(Role.Operator);
        routes.MapPost("/api/vehicles/{id:int}/parameters", (int id, ParameterWish[] wishes) => SetAsync(ground, id, wishes)).NeedsControl(control);
    }

    private static async Task<IResult> ListAsync(GroundStation ground, int id)
    {
        if (VehicleOf(ground, id) is not { } vehicle) return Refusal.Of("station.no-vehicle");
        var list = await vehicle.RunAsync(new ParameterList());
        return Results.Json(list.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new ParameterWish(p.Name, p.Value)), StationJson.Options);
    }

    /// <summary>Refused as a whole when the vehicle would hold something dangerous afterwards.</summary>
    private static async Task<IResult> SetAsync(GroundStation ground, int id, ParameterWish[] wishes)
    {
        if (VehicleOf(ground, id) is not { } vehicle) return Refusal.Of("station.no-vehicle");
        if (vehicle.State.IsArmed) return Refusal.Of("station.armed");
        var held = (await vehicle.RunAsync(new ParameterList())).Parameters;
        var changes = ParameterChanges.Between(held, wishes.Select(w => (w.Name, w.Value)));
        if (ParameterChanges.Refusals(held, changes) is [var refused, ..]) return Refused(refused);
        var results = await ParameterChanges.ApplyAsync(vehicle, changes, _ => { }, CancellationToken.None);
        return Results.Json(results.Select(r => new { r.Name, Outcome = r.Outcome.ToString(), r.Value }), StationJson.Options);
    }

    private static IResult Refused(Phrase why) =>
        Results.Json(new Refusal([new FoundLine(Core.Findings.Severity.Error, Said.Of(why), null, null)]), StationJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);

    private static Vehicle? VehicleOf(GroundStation ground, int id) => ground.Vehicles.FirstOrDefault(v => v.Id.SystemId == id);
}
