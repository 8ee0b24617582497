using System.Runtime.CompilerServices;
using SharpFuzz;

namespace DroneFarm.Fuzz;

/// <summary>
/// Searches for bytes that break the codec, guided by coverage: <c>dotnet run -c Release --project tests/DroneFarm.Fuzz -- 60</c> runs for
/// 60 seconds; a second number is the seed, a third argument a folder of further seeds. Exit code 1 and a file with the input when
/// something broke. With <c>--afl</c> it is a target for <c>afl-fuzz</c> instead.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Instrument();
        return Run(args);
    }

    /// <summary>SharpFuzz rewrites the codec's assembly in the output folder, before anything has loaded it.</summary>
    private static void Instrument()
    {
        try
        {
            foreach (var _ in Fuzzer.Instrument(Path.Combine(AppContext.BaseDirectory, "DroneFarm.Mavlink.dll"), _ => true, Options.Value)) { }
        }
        catch (InstrumentationException)
        {
            // The last run has done it already.
        }
    }

    // Not inlined: Main must not touch the codec before it is instrumented.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(string[] args)
    {
        if (args is ["--afl"])
        {
            Fuzzer.OutOfProcess.Run(stream =>
            {
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                Target.Take(bytes.ToArray());
            });
            return 0;
        }

        var duration = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0]) : 60);
        var seed = args.Length > 1 ? int.Parse(args[1]) : 1;
        var further = args.Length > 2 ? Directory.GetFiles(args[2]).Select(File.ReadAllBytes) : [];
        var coverage = new Coverage(); // first of all: instrumented code counts into it
        return new Search(coverage, seed, [.. Seeds.All(), .. further]).Run(duration) ? 0 : 1;
    }
}
