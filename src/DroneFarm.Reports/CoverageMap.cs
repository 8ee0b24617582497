using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;

namespace DroneFarm.Reports;

/// <summary>What landed where, as a picture: sprayed once, twice, missed, off target, the flown track and the sorties.</summary>
public static class CoverageMap
{
    /// <param name="log">The flown track; null draws the ground alone.</param>
    /// <param name="simulated">Whether a simulated vehicle flew; the picture says so.</param>
    public static void Png(Stream png, Plan plan, AsApplied applied, FlightLog? log, bool simulated, ReportOptions options)
    {
        using var faces = new Faces();
        new MapSheet(new MapSubject(plan, applied, log, simulated), options, faces, "map.coverage.title").WritePng(png);
    }
}
