using DroneFarm.Core.Findings;
using Microsoft.AspNetCore.Http;

namespace DroneFarm.Station.Wording;

/// <summary>What a page gets when something cannot be done: the reasons, in both languages.</summary>
public sealed record Refusal(IReadOnlyList<FoundLine> Findings)
{
    public static IResult Of(IEnumerable<Finding> findings) =>
        Results.Json(new Refusal(FoundLine.All(findings)), StationJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult Of(string key, params string[] args) => Results.Json(
        new Refusal([new FoundLine(Severity.Error, Said.Of(key, args), null, null)]), StationJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);
}
