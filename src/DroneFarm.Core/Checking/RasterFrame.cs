using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Columns and rows of a turned raster. Whole numbers are the middles of cells.</summary>
internal readonly struct RasterFrame(LocalPoint origin, double turnRad, double cellM)
{
    private readonly double cos = Math.Cos(turnRad) / cellM, sin = Math.Sin(turnRad) / cellM;

    public double CellM { get; } = cellM;

    public (double Column, double Row) Of(double eastM, double northM)
    {
        double east = eastM - origin.EastM, north = northM - origin.NorthM;
        return ((east * cos) + (north * sin), (north * cos) - (east * sin));
    }
}
