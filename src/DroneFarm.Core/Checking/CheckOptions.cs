namespace DroneFarm.Core.Checking;

/// <summary>How a check goes about it; what it asks is always the same.</summary>
/// <param name="Raster">Whether areas are also counted on a raster; null for farms of up to <see cref="RasterFields"/> fields.</param>
/// <param name="Threads">Fields and sorties checked at a time; null for as many as the machine has processors. The report is the same.</param>
public sealed record CheckOptions(bool? Raster = null, int? Threads = null)
{
    /// <summary>Up to so many fields the second count costs less than a second.</summary>
    public const int RasterFields = 2000;
}
