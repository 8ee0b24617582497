using System.Buffers.Binary;
using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>
/// A grid of a task (GRD): type 1 has a treatment zone's code in each byte, type 2 a number of four bytes for each value of one treatment zone. Rows run
/// from the south, columns from the west. Source: ISO 11783-10, Grid (GRD).
/// </summary>
internal sealed class TaskGrid
{
    private const long MostCells = 20_000_000;

    private readonly double south, west, cellNorth, cellEast;
    private readonly int columns, rows;
    private readonly byte[] bytes;

    private TaskGrid(TaskElement element, byte[] bytes)
    {
        (south, west, cellNorth, cellEast) = (element.Number("A") ?? 0, element.Number("B") ?? 0, element.Number("C") ?? 0, element.Number("D") ?? 0);
        (columns, rows) = ((int)(element.Whole("E") ?? 0), (int)(element.Whole("F") ?? 0));
        this.bytes = bytes;
    }

    public int Cells => columns * rows;

    /// <summary>Null, and an error among the findings, when the grid's numbers make no grid or its file is missing.</summary>
    /// <param name="layers">How many values each cell has; 0 for type 1.</param>
    public static TaskGrid? Read(TaskSet set, TaskElement element, int layers, List<Finding> findings)
    {
        var name = element["G"] ?? "?";
        if (element.Number("A") is not (>= -90 and <= 90) || element.Number("B") is not (>= -180 and <= 180) || element.Number("C") is not (> 0 and < 1) || element.Number("D") is not (> 0 and < 1)
            || element.Whole("E") is not (> 0 and < 1_000_000) || element.Whole("F") is not (> 0 and < 1_000_000) || element.Whole("E") * element.Whole("F") > MostCells)
        {
            findings.Add(Finding.Error("isoxml.grid-numbers", element.FileName, element.Line, name));
            return null;
        }

        if (set.File(name, ".bin") is not { } file)
        {
            findings.Add(Finding.Error("isoxml.grid-missing", element.FileName, element.Line, $"{name}.BIN"));
            return null;
        }

        var grid = new TaskGrid(element, file.Bytes);
        var wanted = (long)grid.Cells * Math.Max(1, layers * 4);
        if (file.Bytes.Length == wanted) return grid;
        findings.Add(Finding.Error("isoxml.grid-size", file.Name, Say(file.Bytes.Length), Say(wanted), $"{grid.columns} × {grid.rows}"));
        return null;
    }

    /// <summary>A frame at the first grid, for tasks without a partfield; null where there is none.</summary>
    public static LocalFrame? FrameOf(IEnumerable<TaskSet> sets) =>
        sets.SelectMany(s => s.Tasks).SelectMany(t => t.Children("GRD")).Where(g => g.Number("A") is >= -89 and <= 89 && g.Number("B") is >= -180 and <= 180)
            .Select(g => new LocalFrame(new GeoPoint(LatitudeDeg: g.Number("A")!.Value, LongitudeDeg: g.Number("B")!.Value))).FirstOrDefault();

    /// <summary>The treatment zone of each cell, row by row.</summary>
    public int CodeAt(int cell) => bytes[cell];

    /// <summary>A value of a cell of type 2.</summary>
    public int ValueAt(int cell, int layer, int layers) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(((cell * layers) + layer) * 4));

    /// <summary>The cells for which a rate is known, as one area for each rate, in the farm's local frame.</summary>
    public IEnumerable<(double RateLPerHa, Geometry Shape)> Areas(Func<int, double?> rateOf, LocalFrame frame)
    {
        var runs = new Dictionary<double, List<Geometry>>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns;)
            {
                var rate = rateOf((row * columns) + column);
                var start = column++;
                while (column < columns && rateOf((row * columns) + column) == rate) column++;
                if (rate is not { } known) continue;
                if (!runs.TryGetValue(known, out var list)) runs.Add(known, list = []);
                list.Add(GeometryFactory.Default.ToGeometry(new Envelope(start, column, row, row + 1)));
            }
        }

        // Joined while corners are whole numbers, so that the seams close exactly.
        return runs.Select(r => (r.Key, Placed(OverlayNGRobust.Union(r.Value), frame)));
    }

    private Geometry Placed(Geometry cells, LocalFrame frame)
    {
        var placed = cells.Copy();
        placed.Apply(new Placing(this, frame));
        placed.GeometryChanged();
        return placed;
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Placing(TaskGrid grid, LocalFrame frame) : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
        {
            var place = frame.ToLocal(new GeoPoint(LatitudeDeg: grid.south + (coord.Y * grid.cellNorth), LongitudeDeg: grid.west + (coord.X * grid.cellEast)));
            (coord.X, coord.Y) = (place.EastM, place.NorthM);
        }
    }
}
