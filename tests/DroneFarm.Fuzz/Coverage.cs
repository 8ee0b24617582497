using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace DroneFarm.Fuzz;

/// <summary>Counts how often each edge between two branches is taken, as AFL does, and says whether a run did something new.</summary>
internal sealed unsafe class Coverage
{
    private const int Edges = 1 << 16;

    private readonly byte* counts = (byte*)NativeMemory.AllocZeroed(Edges);
    private readonly byte[] seen = new byte[Edges];

    public Coverage() => Trace.SharedMem = counts;

    public int EdgesSeen { get; private set; }

    public void Begin()
    {
        new Span<byte>(counts, Edges).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True when an edge was taken that never was, or in another order of magnitude than ever.</summary>
    public bool FoundNew()
    {
        var found = false;
        var words = new ReadOnlySpan<ulong>(counts, Edges / sizeof(ulong));
        for (var w = 0; w < words.Length; w++)
        {
            if (words[w] == 0) continue;
            for (var i = w * sizeof(ulong); i < (w + 1) * sizeof(ulong); i++)
            {
                var magnitude = Magnitude(counts[i]);
                if ((seen[i] & magnitude) == magnitude) continue;
                if (seen[i] == 0) EdgesSeen++;
                seen[i] |= magnitude;
                found = true;
            }
        }

        return found;
    }

    private static byte Magnitude(byte count) => count switch
    {
        0 => 0, 1 => 1, 2 => 2, 3 => 4, < 8 => 8, < 16 => 16, < 32 => 32, < 128 => 64, _ => 128,
    };
}
