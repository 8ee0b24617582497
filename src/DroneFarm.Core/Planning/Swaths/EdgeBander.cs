using System.Runtime.InteropServices;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Lays bands along sides of an area. Where two sides meet at no sharp corner their bands are joined where their axes meet and flown in one,
/// the pump running: a triangle is wetted twice on the inner side of the corner, one as large stays dry on the outer side, and a turn is saved.
/// </summary>
internal sealed class EdgeBander(Rings area, Prices prices)
{
    /// <summary>Beyond this the two triangles cost more than a turn.</summary>
    public const double SharpestRad = Math.PI / 3;

    private const double ShortestPieceM = 0.5;

    private readonly StripScan scan = new();
    private readonly WetBands wet = new();
    private readonly List<Stretch> stretches = [];
    private readonly List<Pass> laid = [];
    private readonly List<List<Pass>> chains = [];
    private readonly List<Side> banded = [];
    private double dryM2, wetM2, seconds;

    /// <summary>The last pass of the side before, with the stretch on which it could be longer.</summary>
    private (Side Side, TurnedRings Turned, double AxisV, Span Free, double FromU)? open;

    /// <summary>Whether a side goes on from another with no sharp corner between.</summary>
    public static bool Joins(Side one, Side next) =>
        one.ToPoint == next.FromPoint && Math.Abs(Math.IEEERemainder(next.TurnRad - one.TurnRad, 2 * Math.PI)) <= SharpestRad;

    /// <param name="wetted">Passes laid before, which count as wet ground.</param>
    public EdgeBands Lay(IReadOnlyList<Side> sides, double widthM, IReadOnlyList<Pass> wetted)
    {
        if (sides.Count == 0) return EdgeBands.None;
        laid.Clear();
        laid.AddRange(wetted);
        chains.Clear();
        banded.Clear();
        (dryM2, wetM2, seconds, open) = (0, 0, 0, null);
        var inOrder = new List<Side>(sides);
        inOrder.Sort((a, b) => a.FromPoint.CompareTo(b.FromPoint));
        foreach (var side in inOrder) Lay(side, widthM);
        return new EdgeBands([.. banded], [.. chains.Select(c => c.ToArray())], dryM2, wetM2, seconds);
    }

    private void Lay(Side side, double widthM)
    {
        var turned = side.Turned(area);
        double low = side.InnermostV(area) + (1.01 * StripScan.HairM), fromU = turned.U[side.FromPoint], toU = turned.U[side.ToPoint], axisV = low + (widthM / 2);
        scan.Run(turned, low, widthM, widthM, 1);
        var before = open;
        open = null;
        foreach (ref readonly var free in scan.Free(0))
        {
            var near = new Span(Math.Max(free.FromU, fromU - widthM), Math.Min(free.ToU, toU + widthM));
            if (near.ToU <= fromU || near.FromU >= toU || near.LengthM <= 0) continue;
            stretches.Clear();
            var joint = before is { } last ? Joint(last, side, turned, axisV, near) : null;
            wet.Load(joint is null ? laid : laid.GetRange(0, laid.Count - 1), widthM, turned, axisV);
            wet.Trim(joint is { } at ? near with { FromU = at.U } : near, low, widthM, prices, stretches);
            foreach (ref readonly var stretch in CollectionsMarshal.AsSpan(stretches))
            {
                var joins = joint is { } meeting && stretch.Span.FromU <= meeting.U + 1e-9 && stretch.Span.LengthM > ShortestPieceM;
                if (joins) Join(joint!.Value, before!.Value, stretch, turned, axisV, side, widthM);
                else if (prices.GainS(stretch.Span.LengthM, stretch.DryM2, stretch.WetM2, widthM) > 0) Begin(stretch, turned, axisV);
                else continue;
                if (banded.Count == 0 || banded[^1] != side) banded.Add(side);
                open = (side, turned, axisV, near, stretch.Span.FromU);
                (before, joint) = (null, null);
            }
        }
    }

    /// <summary>Where the axis of the open pass meets this one, if both can reach there.</summary>
    private static (LocalPoint At, double U)? Joint(
        (Side Side, TurnedRings Turned, double AxisV, Span Free, double FromU) last, Side side, TurnedRings turned, double axisV, Span near)
    {
        var turnRad = Math.IEEERemainder(side.TurnRad - last.Side.TurnRad, 2 * Math.PI);
        if (!Joins(last.Side, side) || Math.Abs(turnRad) < 1e-6) return null;

        // On the last axis, in this frame: start + t * direction meets this axis at t.
        var start = turned.FromLocal(last.Turned.ToLocal(0, last.AxisV));
        var (sin, cos) = Math.SinCos(-turnRad);
        var t = (axisV - start.V) / sin;
        var u = start.U + (t * cos);
        var reaches = t > last.FromU + 1 && t <= last.Free.ToU && u >= near.FromU && u < near.ToU - 1;
        return reaches ? (turned.ToLocal(u, axisV), u) : null;
    }

    private void Begin(in Stretch stretch, TurnedRings turned, double axisV)
    {
        var pass = new Pass(turned.ToLocal(stretch.Span.FromU, axisV), turned.ToLocal(stretch.Span.ToU, axisV));
        laid.Add(pass);
        chains.Add([pass]);
        dryM2 += stretch.DryM2;
        wetM2 += stretch.WetM2;
        seconds += prices.Times.LegS(pass.LengthM) + prices.Times.HopS(prices.SwathWidthM);
    }

    private void Join(
        (LocalPoint At, double U) joint, (Side Side, TurnedRings Turned, double AxisV, Span Free, double FromU) last, in Stretch stretch,
        TurnedRings turned, double axisV, Side side, double widthM)
    {
        var chain = chains[^1];
        var longerM = joint.At.DistanceM(chain[^1].Start) - chain[^1].LengthM;
        laid[^1] = chain[^1] = chain[^1] with { End = joint.At };
        var pass = new Pass(joint.At, turned.ToLocal(stretch.Span.ToU, axisV));
        laid.Add(pass);
        chain.Add(pass);
        var cornerRad = Math.Abs(Math.IEEERemainder(side.TurnRad - last.Side.TurnRad, 2 * Math.PI));
        var sharedM2 = widthM * widthM / 4 * Math.Tan(cornerRad / 2);
        dryM2 += stretch.DryM2 + (longerM * widthM) - sharedM2;
        wetM2 += stretch.WetM2 + sharedM2;
        seconds += ((pass.LengthM + longerM) / prices.Times.SpeedMps) + prices.Times.CornerS(cornerRad);
    }
}
