using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Where strips run over an area: all straight in one direction, or bent along a spine, a run of boundary sides with blunt corners. A bent strip keeps
/// its distance from every side of the spine; it turns on the line that halves the corner, so that each sector between two such lines is a
/// straight layout of its own. Depth is the distance from the spine into the area, or V where lanes are straight.
/// </summary>
internal sealed class Lanes
{
    private readonly TurnedRings[] sectors;
    private readonly double[] baseV;
    private readonly Joint[] joints;
    private readonly double[] startS;

    private Lanes(TurnedRings[] sectors, double[] baseV, Joint[] joints)
    {
        (this.sectors, this.baseV, this.joints) = (sectors, baseV, joints);
        startS = new double[sectors.Length];
        for (var s = 1; s < startS.Length; s++) startS[s] = startS[s - 1] + joints[s - 1].OutU - joints[s - 1].InU;
        Depth = sectors.Length == 1 ? sectors[0].V : Depths();
        (MinDepthM, MaxDepthM) = sectors.Length == 1 ? (sectors[0].MinV, sectors[0].MaxV) : (Depth.Min(), Depth.Max());
    }

    public int SectorCount => sectors.Length;

    /// <summary>Of each point of the area's rings.</summary>
    public double[] Depth { get; }

    public double MinDepthM { get; }

    public double MaxDepthM { get; }

    public static Lanes Straight(Rings area, double turnRad) => new([new TurnedRings(area, turnRad)], [0], []);

    /// <returns>Null where the lines that halve the spine's corners meet inside the area.</returns>
    public static Lanes? Along(Rings area, IReadOnlyList<Side> spine, double swathWidthM)
    {
        TurnedRings[] sectors = [.. spine.Select(s => s.Turned(area))];
        double[] baseV = [.. spine.Select(s => s.InnermostV(area))];
        var joints = new Joint[spine.Count - 1];
        for (var s = 0; s + 1 < spine.Count; s++) joints[s] = Joint.Of(spine[s + 1].TurnRad - spine[s].TurnRad, baseV[s], baseV[s + 1]);
        var lanes = new Lanes(sectors, baseV, joints);
        for (var s = 1; s + 1 < spine.Count; s++)
        {
            if (lanes.Range(s, lanes.MaxDepthM).LengthM < swathWidthM || lanes.Range(s, lanes.MinDepthM).LengthM <= 0) return null;
        }

        return lanes;
    }

    public TurnedRings Sector(int sector) => sectors[sector];

    /// <summary>V of depth 0 in a sector.</summary>
    public double BaseV(int sector) => baseV[sector];

    /// <summary>From where to where a lane runs in a sector, in the sector's U; the first and the last have no end.</summary>
    public Span Range(int sector, double depthM) => new(
        sector == 0 ? double.NegativeInfinity : joints[sector - 1].InU + (depthM * joints[sector - 1].Slope),
        sector == sectors.Length - 1 ? double.PositiveInfinity : joints[sector].OutU - (depthM * joints[sector].Slope));

    /// <summary>How sharply lanes turn from a sector to the next.</summary>
    public double CornerRad(int sector) => Math.Abs(joints[sector].TurnRad);

    /// <summary>Along the lanes through all sectors, metres; exact at depth 0.</summary>
    public double AlongM(int sector, double u) => u + startS[sector];

    public LocalPoint ToLocal(int sector, double u, double depthM) => sectors[sector].ToLocal(u, baseV[sector] + depthM);

    /// <summary>The sector that a place lies in, and its depth there.</summary>
    public (int Sector, double DepthM) Find(LocalPoint place)
    {
        var (best, bestDepthM, bestOutM) = (0, 0.0, double.PositiveInfinity);
        for (var s = 0; s < sectors.Length; s++)
        {
            var (u, v) = sectors[s].FromLocal(place);
            var depthM = v - baseV[s];
            var range = Range(s, depthM);
            var outM = Math.Max(0, Math.Max(range.FromU - u, u - range.ToU));
            if (outM < bestOutM) (best, bestDepthM, bestOutM) = (s, depthM, outM);
        }

        return (best, bestDepthM);
    }

    private double[] Depths()
    {
        var rings = sectors[0].Rings;
        var depths = new double[rings.PointCount];
        for (var i = 0; i < depths.Length; i++) depths[i] = Find(new LocalPoint(rings.X[i], rings.Y[i])).DepthM;
        return depths;
    }

    /// <summary>The line on which lanes turn from one sector to the next: U at depth 0 in both, and how it moves with depth.</summary>
    private readonly record struct Joint(double OutU, double InU, double Slope, double TurnRad)
    {
        /// <summary>The lines V = baseOut + d and V' = baseIn + d of frames turned by <paramref name="turnRad"/> meet at U = OutU - d tan(turn/2).</summary>
        public static Joint Of(double turnRad, double baseOut, double baseIn)
        {
            turnRad = Math.IEEERemainder(turnRad, 2 * Math.PI);
            var (sin, cos) = Math.SinCos(turnRad);
            var outU = ((baseOut * cos) - baseIn) / sin;
            return new Joint(outU, (outU * cos) + (baseOut * sin), Math.Tan(turnRad / 2), turnRad);
        }
    }
}
