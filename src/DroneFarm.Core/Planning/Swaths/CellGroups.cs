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
    public static List<List<StripSwath>> Of(List<StripSwath> swaths)
    {
        var cells = new List<List<StripSwath>>();
        List<(StripSwath Swath, List<StripSwath> Cell)> before = [], now = [];
        for (var i = 0; i < swaths.Count;)
        {
            var strip = swaths[i].Strip;
            now.Clear();
            var end = i;
            while (end < swaths.Count && swaths[end].Strip == strip) end++;
            var row = swaths.GetRange(i, end - i);
            if (before.Count > 0 && before[0].Swath.Strip != strip - 1) before.Clear();
            foreach (var swath in row)
            {
                var below = before.FindAll(b => Faces(b.Swath, swath));
                var goesOn = below.Count == 1 && row.Count(s => Faces(below[0].Swath, s)) == 1;
                var cell = goesOn ? below[0].Cell : [];
                if (!goesOn) cells.Add(cell);
                cell.Add(swath);
                now.Add((swath, cell));
            }

            (before, now) = (now, before);
            i = end;
        }

        return cells;
    }

    /// <summary>The outline of a cell: along the sides of its swaths, in steps where their ends differ.</summary>
    public static Polygon Outline(List<StripSwath> cell, TurnedRings turned, double widthM, GeometryFactory factory)
    {
        var outline = new List<Coordinate>((4 * cell.Count) + 1);
        foreach (var swath in cell) Add(swath.Span.ToU, swath.AxisV, up: true);
        for (var i = cell.Count - 1; i >= 0; i--) Add(cell[i].Span.FromU, cell[i].AxisV, up: false);
        outline.Add(outline[0].Copy());
        return factory.CreatePolygon([.. outline]);

        void Add(double u, double axisV, bool up)
        {
            var half = up ? widthM / 2 : -widthM / 2;
            outline.Add(turned.ToLocal(u, axisV - half).ToCoordinate());
            outline.Add(turned.ToLocal(u, axisV + half).ToCoordinate());
        }
    }

    private static bool Faces(in StripSwath a, in StripSwath b) => Math.Min(a.Span.ToU, b.Span.ToU) > Math.Max(a.Span.FromU, b.Span.FromU);
}
