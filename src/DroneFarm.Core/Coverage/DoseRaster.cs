using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Coverage;

/// <summary>Litres a hectare on square cells, north up, the first row the southernmost. Each cell holds what the strips over its middle sum up to.</summary>
/// <param name="West">East of the first cell's western edge, in the farm's frame, metres.</param>
public sealed record DoseRaster(double West, double South, double CellM, int Columns, int Rows, IReadOnlyList<float> RateLPerHa)
{
    private const int MostCells = 4_000_000;

    public float At(int column, int row) => RateLPerHa[(row * Columns) + column];

    public LocalPoint MiddleOf(int column, int row) => new(West + ((column + 0.5) * CellM), South + ((row + 0.5) * CellM));

    /// <param name="cellM">Made larger where the ground would need more than four million cells.</param>
    public static DoseRaster Of(IReadOnlyList<AppliedPass> passes, double cellM)
    {
        var ground = new Envelope();
        foreach (var pass in passes) ground.ExpandToInclude(pass.Shape.EnvelopeInternal);
        if (ground.IsNull) return new DoseRaster(0, 0, cellM, 0, 0, []);
        cellM = Math.Max(cellM, Math.Sqrt(ground.Width * ground.Height / MostCells));
        var (columns, rows) = ((int)Math.Ceiling(ground.Width / cellM), (int)Math.Ceiling(ground.Height / cellM));
        var rates = new float[columns * rows];
        var raster = new DoseRaster(ground.MinX, ground.MinY, cellM, columns, rows, rates);
        foreach (var pass in passes) raster.Add(pass, rates);
        return raster;
    }

    /// <summary>Row by row: a strip's outline crosses the middle line of a row at an even number of places, and what lies between each pair is wet.</summary>
    private void Add(AppliedPass pass, float[] rates)
    {
        var edge = pass.Shape.EnvelopeInternal;
        var (first, last) = (Math.Max(0, (int)((edge.MinY - South) / CellM)), Math.Min(Rows - 1, (int)((edge.MaxY - South) / CellM)));
        var rings = Enumerable.Range(0, pass.Shape.NumGeometries).Select(pass.Shape.GetGeometryN).OfType<Polygon>()
            .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)).Select(r => r.Coordinates).ToList();
        var crossings = new List<double>();
        for (var row = first; row <= last; row++)
        {
            var y = South + ((row + 0.5) * CellM);
            crossings.Clear();
            foreach (var ring in rings)
            {
                for (var i = 1; i < ring.Length; i++)
                {
                    var (a, b) = (ring[i - 1], ring[i]);
                    if ((a.Y > y) != (b.Y > y)) crossings.Add(a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)));
                }
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                var from = Math.Max(0, (int)Math.Ceiling(((crossings[i] - West) / CellM) - 0.5));
                var to = Math.Min(Columns - 1, (int)Math.Floor(((crossings[i + 1] - West) / CellM) - 0.5));
                for (var column = from; column <= to; column++) rates[(row * Columns) + column] += (float)pass.RateLPerHa;
            }
        }
    }
}
