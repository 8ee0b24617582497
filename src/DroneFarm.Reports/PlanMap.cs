using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;

namespace DroneFarm.Reports;

/// <summary>A plan as a picture: swaths with their direction, a colour for each sortie, transits dashed.</summary>
public static class PlanMap
{
    /// <summary>The same drawing as lines and text, for a page or for comparing two plans line by line. The same plan gives the same bytes.</summary>
    public static void Svg(Stream svg, Plan plan, ReportOptions options)
    {
        using var faces = new Faces();
        new MapSheet(new MapSubject(plan), options, faces, "map.plan.title").WriteSvg(svg);
    }

    public static void Png(Stream png, Plan plan, ReportOptions options)
    {
        using var faces = new Faces();
        new MapSheet(new MapSubject(plan), options, faces, "map.plan.title").WritePng(png);
    }
}
