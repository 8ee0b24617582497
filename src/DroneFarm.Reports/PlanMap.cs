using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;

namespace DroneFarm.Reports;

/// <summary>A plan as a picture: swaths with their direction, a colour for each sortie, transits dashed.</summary>
public static class PlanMap
{
    public static void Png(Stream png, Plan plan, ReportOptions options)
    {
        using var faces = new Faces();
        new MapSheet(new MapSubject(plan), options, faces, "map.plan.title").WritePng(png);
    }
}
