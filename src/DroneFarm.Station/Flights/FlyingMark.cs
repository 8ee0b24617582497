using System.Text.Json;
using DroneFarm.Core.Flights;
using DroneFarm.Station.Library;
using DroneFarm.Storage;

namespace DroneFarm.Station.Flights;

/// <summary>A file in the job's folder while it is flown: a station that died in between finds there which vehicles were flying what.</summary>
internal static class FlyingMark
{
    public static void Put(JobFiles files, IEnumerable<VehicleId> vehicles) =>
        WholeFile.Write(files.Flying, file => JsonSerializer.Serialize(file, vehicles.Select(v => (int)v.SystemId).ToArray()));

    public static void Remove(JobFiles files) => File.Delete(files.Flying);

    /// <summary>The system ids in the order of the plan's aircraft; null when the job is not being flown, or nobody can tell by whom.</summary>
    public static int[]? Read(JobFiles files)
    {
        if (!File.Exists(files.Flying)) return null;
        try
        {
            return JsonSerializer.Deserialize<int[]>(File.ReadAllBytes(files.Flying));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
