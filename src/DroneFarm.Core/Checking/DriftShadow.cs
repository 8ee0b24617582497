using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>
/// Where a sprayed point would send its drift onto a shape. For each edge the wind's sector, turned round, is slid along it: the outline of what it
/// passes over is the sector's own, parted where its widest points across the edge are, one part at each end.
/// </summary>
/// <remarks>The sector's arc is drawn by chords, at most a millimetre inside it: a planner that draws it outside passes.</remarks>
internal sealed class DriftShadow
{
    private const double ChordM = 0.001;

    private readonly LocalVector[] sector;

    /// <param name="reachM">How far the spray is carried.</param>
    public DriftShadow(Drift drift, double reachM)
    {
        var back = -drift.Towards * reachM;
        var stepRad = 2 * Math.Acos(Math.Max(0.9, 1 - (ChordM / Math.Max(reachM, ChordM))));
        var steps = Math.Max(1, (int)Math.Ceiling(2 * drift.HalfSectorRad / stepRad));
        var corners = new List<LocalVector> { default };
        for (var i = 0; i <= steps; i++)
        {
            var (sin, cos) = Math.SinCos(((2.0 * i / steps) - 1) * drift.HalfSectorRad);
            corners.Add((back * cos) + (back.Left * sin));
        }

        (sector, ReachM) = ([.. corners], reachM);
    }

    public double ReachM { get; }

    public Geometry Of(Polygon shape)
    {
        var parts = new List<Geometry> { shape };
        for (var ring = -1; ring < shape.NumInteriorRings; ring++)
        {
            var corners = (ring < 0 ? shape.ExteriorRing : shape.GetInteriorRingN(ring)).Coordinates;
            for (var i = 1; i < corners.Length; i++) parts.Add(Of(LocalPoint.From(corners[i - 1]), LocalPoint.From(corners[i]), shape.Factory));
        }

        return OverlayNGRobust.Union(parts);
    }

    /// <summary>The same of one straight edge.</summary>
    public Polygon Of(LocalPoint from, LocalPoint to, GeometryFactory factory)
    {
        var step = to - from;
        var (right, left) = (0, 0);
        for (var i = 1; i < sector.Length; i++)
        {
            if (step.Cross(sector[i]) < step.Cross(sector[right])) right = i;
            if (step.Cross(sector[i]) > step.Cross(sector[left])) left = i;
        }

        var outline = new List<Coordinate>(sector.Length + 3);
        for (var i = right; ; i = (i + 1) % sector.Length)
        {
            outline.Add((to + sector[i]).ToCoordinate());
            if (i == left) break;
        }

        for (var i = left; ; i = (i + 1) % sector.Length)
        {
            outline.Add((from + sector[i]).ToCoordinate());
            if (i == right) break;
        }

        outline.Add(outline[0].Copy());
        return factory.CreatePolygon([.. outline]);
    }
}
