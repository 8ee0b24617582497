using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Gathers swaths into cells: a cell goes on from strip to strip as long as one swath faces one swath, and ends where a hole or notch parts them.
/// </summary>
/// <remarks>Source: H. Choset and P. Pignon, "Coverage path planning: the boustrophedon cellular decomposition", 1997; here on the strips themselves.</remarks>
internal static class CellGroups
{
    /// <returns>Cells of runs: swaths that are joined, flown in one.</returns>
    public static List<List<List<StripSwath>>> Of(List<StripSwath> swaths)
    {
        var runs = Runs(swaths);
        var cells = new List<List<List<StripSwath>>>();
        List<(List<StripSwath> Run, List<List<StripSwath>> Cell)> before = [], now = [];
        for (var i = 0; i < runs.Count;)
        {
            var strip = runs[i][0].Strip;
            now.Clear();
            var end = i;
            while (end < runs.Count && runs[end][0].Strip == strip) end++;
            var row = runs.GetRange(i, end - i);
            if (before.Count > 0 && before[0].Run[0].Strip != strip - 1) before.Clear();
            foreach (var run in row)
            {
                var below = before.FindAll(b => Faces(b.Run, run));
                var goesOn = below.Count == 1 && row.Count(s => Faces(below[0].Run, s)) == 1;
                var cell = goesOn ? below[0].Cell : [];
                if (!goesOn) cells.Add(cell);
                cell.Add(run);
                now.Add((run, cell));
            }

            (before, now) = (now, before);
            i = end;
        }

        return cells;
    }

    /// <summary>The outline of a cell: along the sides of its first and last runs, in steps where the ends of the others differ.</summary>
    public static Polygon Outline(List<List<StripSwath>> cell, Lanes lanes, double widthM, GeometryFactory factory)
    {
        var outline = new List<Coordinate>();
        Along(cell[0], -widthM / 2);
        foreach (var run in cell) End(run[^1].Sector, run[^1].Span.ToU, run[^1].AxisDepthM, up: true);
        Along(cell[^1], widthM / 2);
        outline.Reverse(outline.Count - (cell[^1].Count - 1), cell[^1].Count - 1);
        for (var i = cell.Count - 1; i >= 0; i--) End(cell[i][0].Sector, cell[i][0].Span.FromU, cell[i][0].AxisDepthM, up: false);
        outline.Add(outline[0].Copy());
        return factory.CreatePolygon([.. outline]);

        // The corners between the swaths of a run lie on the line on which lanes turn.
        void Along(List<StripSwath> run, double asideM)
        {
            for (var i = 1; i < run.Count; i++)
            {
                var depthM = run[i].AxisDepthM + asideM;
                outline.Add(lanes.ToLocal(run[i].Sector, lanes.Range(run[i].Sector, depthM).FromU, depthM).ToCoordinate());
            }
        }

        void End(int sector, double u, double axisM, bool up)
        {
            var half = up ? widthM / 2 : -widthM / 2;
            outline.Add(lanes.ToLocal(sector, u, axisM - half).ToCoordinate());
            outline.Add(lanes.ToLocal(sector, u, axisM + half).ToCoordinate());
        }
    }

    private static List<List<StripSwath>> Runs(List<StripSwath> swaths)
    {
        var runs = new List<List<StripSwath>>();
        foreach (var swath in swaths)
        {
            if (!swath.Joined) runs.Add([]);
            runs[^1].Add(swath);
        }

        return runs;
    }

    private static bool Faces(List<StripSwath> a, List<StripSwath> b) => a.Exists(one => b.Exists(other =>
        one.Sector == other.Sector && Math.Min(one.Span.ToU, other.Span.ToU) > Math.Max(one.Span.FromU, other.Span.FromU)));
}
