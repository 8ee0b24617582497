using DroneFarm.Station.Live;
using DroneFarm.Station.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DroneFarm.Station.Access;

/// <summary>Coming in, going out, and taking control.</summary>
public static class SessionRoutes
{
    public static void Map(IEndpointRouteBuilder routes, StationOptions options, Doorkeeper door, SessionSeal seal, ControlToken control)
    {
        var brake = new LoginBrake(TimeProvider.System);
        routes.MapGet("/api/session", (HttpContext context) => Results.Json(CardOf(Doorkeeper.SessionOf(context), options, seal), StationJson.Options));
        routes.MapPost("/api/session", (HttpContext context, LoginRequest login) =>
        {
            var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
            if (brake.MustWait(address)) return Refusal.Of("station.login-wait");
            var role = options.PassPhrases.RoleOf(login.Phrase);
            if (role == Role.Nobody)
            {
                brake.Wrong(address);
                return Refusal.Of("station.login-wrong");
            }

            brake.Right(address);
            return Results.Json(CardOf(door.Welcome(context, role), options, seal), StationJson.Options);
        });
        routes.MapDelete("/api/session", (HttpContext context) =>
        {
            if (Doorkeeper.SessionOf(context) is { } session) control.Release(session);
            context.Response.Cookies.Delete(Doorkeeper.CookieName);
        });
        routes.MapPost("/api/control", (HttpContext context, ControlRequest request) =>
            control.Take(Doorkeeper.SessionOf(context)!, request.EvenFromAnother) ? Results.NoContent() : Refusal.Of("station.control-elsewhere")).Needs(Role.Pilot);
        routes.MapDelete("/api/control", (HttpContext context) => control.Release(Doorkeeper.SessionOf(context)!)).Needs(Role.Pilot);
    }

    private static SessionCard CardOf(Session? session, StationOptions options, SessionSeal seal) => new(
        session?.Role ?? Role.Nobody, session is null ? null : seal.RequestMark(session), session is null ? null : LiveView.MarkOf(session.Id), options.PassPhrases.AreAsked, options.Speed, options.IsSimulated);
}
