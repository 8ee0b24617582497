using System.Diagnostics;

namespace DroneFarm.Fuzz;

/// <summary>Keeps each input that reached something new and goes on from there.</summary>
internal sealed class Search(Coverage coverage, int seed, List<byte[]> corpus)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(10);

    private readonly Mutations mutations = new(new Random(seed));
    private long runs;

    /// <summary>False when an input broke something; it then lies in the current folder.</summary>
    public bool Run(TimeSpan duration)
    {
        var begun = Stopwatch.GetTimestamp();
        if (!corpus.TrueForAll(Survives)) return false;
        while (Stopwatch.GetElapsedTime(begun) < duration)
        {
            var input = mutations.Make(corpus);
            coverage.Begin();
            if (!Survives(input)) return false;
            if (coverage.FoundNew()) corpus.Add(input);
        }

        Console.WriteLine($"{runs} inputs, {coverage.EdgesSeen} edges, {corpus.Count} inputs kept, nothing broke");
        return true;
    }

    /// <summary>Another process may take the core, and the first call makes the code: only an input that is slow each time is slow.</summary>
    private bool Survives(byte[] input)
    {
        var took = TimeSpan.MaxValue;
        for (var attempt = 0; took > Limit && attempt < 10; attempt++)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                runs++;
                Target.Take(input);
            }
#pragma warning disable CA1031 // Whatever escapes is the find.
            catch (Exception e)
#pragma warning restore CA1031
            {
                return Report(input, e.ToString());
            }

            took = Stopwatch.GetElapsedTime(begun);
        }

        return took <= Limit || Report(input, $"took {took.TotalMilliseconds} ms");
    }

    private static bool Report(byte[] input, string what)
    {
        var file = Path.GetFullPath($"find-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12]}.bin");
        File.WriteAllBytes(file, input);
        Console.Error.WriteLine($"{what}\nthe input is in {file}");
        return false;
    }
}
