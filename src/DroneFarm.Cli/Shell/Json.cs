using System.Text.Encodings.Web;
using System.Text.Json;

namespace DroneFarm.Cli.Shell;

/// <summary>Results for scripts: one JSON object on standard output, snake_case names that carry their unit.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print<T>(T summary) => Console.Out.WriteLine(JsonSerializer.Serialize(summary, Options));
}
