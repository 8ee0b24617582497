using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>The edges of rings in runs of a few dozen, each with the box around it: a question about one place passes over the runs that are elsewhere.</summary>
internal sealed class EdgeRuns
{
    private const int EdgesInARun = 32;

    private readonly Run[] runs;

    public EdgeRuns(Rings rings)
    {
        var found = new List<Run>((rings.PointCount / EdgesInARun) + rings.Count);
        for (var ring = 0; ring < rings.Count; ring++)
        {
            var last = rings.Starts[ring + 1] - 1;
            for (var from = rings.Starts[ring]; from < last; from += EdgesInARun) found.Add(Run.Of(rings, from, Math.Min(last, from + EdgesInARun)));
        }

        runs = [.. found];
    }

    public ReadOnlySpan<Run> All => runs;

    /// <summary>Edges from point <paramref name="From"/> to point <paramref name="To"/>.</summary>
    public readonly record struct Run(int From, int To, double WestM, double EastM, double SouthM, double NorthM)
    {
        public static Run Of(Rings rings, int from, int to)
        {
            var box = new Run(from, to, rings.X[from], rings.X[from], rings.Y[from], rings.Y[from]);
            for (var i = from + 1; i <= to; i++)
            {
                box = box with
                {
                    WestM = Math.Min(box.WestM, rings.X[i]), EastM = Math.Max(box.EastM, rings.X[i]),
                    SouthM = Math.Min(box.SouthM, rings.Y[i]), NorthM = Math.Max(box.NorthM, rings.Y[i]),
                };
            }

            return box;
        }

        /// <summary>Whether a ray to the east may cross one of the edges.</summary>
        public bool MayMeetRay(LocalPoint from) => SouthM <= from.NorthM && NorthM >= from.NorthM && EastM >= from.EastM;

        /// <summary>Whether a straight line may cross one of them.</summary>
        public bool MayMeet(LocalPoint a, LocalPoint b) =>
            WestM <= Math.Max(a.EastM, b.EastM) && EastM >= Math.Min(a.EastM, b.EastM) && SouthM <= Math.Max(a.NorthM, b.NorthM) && NorthM >= Math.Min(a.NorthM, b.NorthM);
    }
}
