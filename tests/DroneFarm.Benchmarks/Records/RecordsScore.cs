using System.Globalization;

namespace DroneFarm.Benchmarks.Records;

/// <summary>Journal and stores at their work: <c>-- records kill [TIMES]</c>, <c>fsync</c>, <c>track</c>, <c>send</c>, <c>farm</c>; what came out stands in docs/benchmarks.md.</summary>
internal static class RecordsScore
{
    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("dronefarm-records-").FullName;
        try
        {
            switch (args)
            {
                case ["kill", ..]:
                    return await JournalScore.KillAsync(folder, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000);
                case ["fsync", ..]:
                    return JournalScore.Flush(folder);
                case ["track", ..]:
                    return StoreScore.Track(folder, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
                case ["send", ..]:
                    return await StoreScore.SendAsync(folder, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100_000);
                case ["farm", ..]:
                    return await StoreScore.FarmAsync(folder, args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000);
                default:
                    Tell($"what of: kill [TIMES], fsync, track [POINTS], send [RECORDS], farm [FIELDS]");
                    return 2;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
