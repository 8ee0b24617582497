using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Counts the cells of a raster whose middles are wetted: once, again, not at all, off target. It shares nothing with the exact areas but the
/// sprayed lines and the target's outline, so that a mistake in either shows as a difference.
/// </summary>
/// <remarks>
/// Scan lines of cells, each wet from one whole cell to another. The rows stand at 1 rad divided by the golden ratio to the field's first line: parallel
/// to it, one line too many or too few over a hundred metres would count as much as a missed band; so the ends fall anywhere within a cell
/// and their errors cancel like those of independent draws, with a variance of a quarter of a cell a span at most. An edge of the target that follows the rows
/// all the same makes the bound wider by what it may do.
/// </remarks>
internal static class Raster
{
    private const double LeastCellM = 0.25, MostCellM = 0.5;

    /// <summary>Cells of a field: those of a paddy of half a hectare at 0.25 m. Larger fields get larger cells, and only those of more than a square kilometre cells over 0.5 m.</summary>
    private const double WantedCells = 80_000, MostCells = 4_000_000;

    private const double TurnRad = 0.6180339887498949;

    private const double StandardDeviations = 5, LeastCells = 8;

    /// <param name="near">All that is sprayed on or beside the field.</param>
    /// <param name="own">What is sprayed for the field.</param>
    /// <param name="target">Where the field may be wetted.</param>
    /// <param name="others">Ground of other fields that may be wetted.</param>
    /// <param name="slackM">How far beyond the target a line may reach without being off target, metres.</param>
    public static RasterCount Of(IReadOnlyList<SprayedLine> near, IReadOnlyList<SprayedLine> own, Geometry target, IReadOnlyList<Geometry> others, double slackM)
    {
        var cellM = Math.Max(Math.Clamp(Math.Sqrt(target.Area / WantedCells), LeastCellM, MostCellM), Math.Sqrt(target.Area / MostCells));
        if (near.Count + own.Count == 0) return new RasterCount(0, 0, target.Area, 0, 0, cellM);
        var first = own.Count > 0 ? own[0].End - own[0].Start : new LocalVector(1, 0);
        var frame = new RasterFrame(target.EnvelopeInternal.Centre is { } centre ? LocalPoint.From(centre) : default, Math.Atan2(first.NorthM, first.EastM) + TurnRad, cellM);
        var ground = RasterRows.Outline(frame, [target]);
        var wet = RasterRows.Strips(frame, near);
        var (coveredCells, doubledCells, groundCells) = (0L, 0L, 0L);
        for (var row = ground.FirstRow; row < ground.EndRow; row++)
        {
            var land = RasterRows.Union(ground.Row(row));
            var spans = wet.Row(row);
            groundCells += RasterRows.Cells(land);
            var once = RasterRows.Shared(RasterRows.Union(spans), land);
            var all = 0L;
            foreach (var span in spans) all += RasterRows.Shared([span], land);
            coveredCells += once;
            doubledCells += all - once;
        }

        var mine = own.Count == near.Count && own.All(new HashSet<SprayedLine>(near, ReferenceEqualityComparer.Instance).Contains) ? wet : RasterRows.Strips(frame, own);
        var allowed = others.Count == 0 ? ground : RasterRows.Outline(frame, [target, .. others]);
        var offCells = 0L;
        for (var row = mine.FirstRow; row < mine.EndRow; row++)
        {
            var spans = RasterRows.Union(mine.Row(row));
            offCells += RasterRows.Cells(spans) - RasterRows.Shared(spans, RasterRows.Union(allowed.Row(row)));
        }

        var cellM2 = cellM * cellM;
        var explainedM2 = (cellM2 * (LeastCells + (StandardDeviations * Math.Sqrt(ground.Variance + wet.Variance)))) + (slackM * own.Sum(l => 2 * (l.LengthM + l.WidthM)));
        return new RasterCount(coveredCells * cellM2, doubledCells * cellM2, (groundCells - coveredCells) * cellM2, offCells * cellM2, explainedM2, cellM);
    }
}
