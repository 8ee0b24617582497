using DroneFarm.Station.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DroneFarm.Station.Access;

/// <summary>What a request needs besides a session.</summary>
public static class RoleGate
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Role role)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (call, next) =>
        Doorkeeper.SessionOf(call.HttpContext) is { } session && session.May(role) ? await next(call) : Refused("station.role-needed", role));

    /// <summary>Only the pilot who holds the control token commands.</summary>
    public static TBuilder NeedsControl<TBuilder>(this TBuilder endpoint, ControlToken control)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (call, next) =>
        Doorkeeper.SessionOf(call.HttpContext) is not { } session || !session.May(Role.Pilot) ? Refused("station.role-needed", Role.Pilot)
        : control.IsHeldBy(session) ? await next(call)
        : Refused("station.control-needed", Role.Pilot));

    private static IResult Refused(string key, Role role) => Results.Json(Said.Of(key, role.ToString().ToLowerInvariant()), statusCode: StatusCodes.Status403Forbidden);
}
