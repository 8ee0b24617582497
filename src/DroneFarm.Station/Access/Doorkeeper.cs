using System.Net;
using Microsoft.AspNetCore.Http;

namespace DroneFarm.Station.Access;

/// <summary>
/// Looks at every request before anything else: is it meant for this station, does it come from a page of ours, and who sends it. A page of another site in the
/// same browser must not be able to plan, fly or read.
/// </summary>
public sealed class Doorkeeper(StationOptions options, SessionSeal seal)
{
    public const string CookieName = "dronefarm";
    public const string RequestMarkHeader = "X-DroneFarm-Request";

    private static readonly object SessionKey = new();

    public static Session? SessionOf(HttpContext context) => context.Items[SessionKey] as Session;

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsOurHost(request.Host.Host) || !IsOurOrigin(request))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        var session = seal.Open(request.Cookies[CookieName], TimeProvider.System.GetUtcNow());
        // A station without pass phrases trusts its own machine; one with them trusts no cookie from before.
        if (session is null && !options.PassPhrases.AreAsked) session = Welcome(context, Role.Pilot);
        context.Items[SessionKey] = session;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !MayChange(request, session))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        Harden(context.Response.Headers);
        await next(context);
    }

    /// <summary>Gives the browser a session of its own.</summary>
    public Session Welcome(HttpContext context, Role role)
    {
        var session = SessionSeal.NewSession(role, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(16));
        context.Response.Cookies.Append(CookieName, seal.Seal(session), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Expires = session.Until,
            Path = "/",
        });
        context.Items[SessionKey] = session;
        return session;
    }

    /// <summary>Who is nobody yet may only show a pass phrase.</summary>
    private bool MayChange(HttpRequest request, Session? session) =>
        session is null
            ? request.Path == "/api/session" && HttpMethods.IsPost(request.Method) && request.Headers.ContainsKey(RequestMarkHeader)
            : seal.IsRequestMark(session, request.Headers[RequestMarkHeader]) || request.Path.StartsWithSegments("/live");

    /// <summary>A name that somebody else's name server points here is not ours: addresses are, and localhost.</summary>
    private bool IsOurHost(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || !IPAddress.IsLoopback(options.Address)));

    private static bool IsOurOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return !request.Path.StartsWithSegments("/live") || !HttpMethods.IsConnect(request.Method) && request.Headers.Upgrade.Count == 0;
        return origin == $"{request.Scheme}://{request.Host}";
    }

    private static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "geolocation=(self)";
    }
}
