using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The edges of one ring under a binary tree of boxes, each around a run of neighbouring edges: a question about a small place
/// sees the edges near it, and passes the rest of a long boundary in a few steps.
/// </summary>
internal sealed class EdgeTree
{
    private const int LeafEdges = 8;

    private readonly LocalPoint[] ring;
    private readonly Box[] boxes;

    /// <param name="ring">Its points in order, the first not repeated at the end.</param>
    public EdgeTree(LocalPoint[] ring)
    {
        this.ring = ring;
        boxes = new Box[NodeCount(ring.Length)];
        Enclose(0, 0, ring.Length);
    }

    public ReadOnlySpan<LocalPoint> Points => ring;

    public void Walk<T>(ref T visit)
        where T : struct, IEdgeVisit => Walk(ref visit, 0, 0, ring.Length);

    private void Walk<T>(ref T visit, int node, int from, int to)
        where T : struct, IEdgeVisit
    {
        if (!visit.Enters(boxes[node], ring[from], Point(to))) return;
        if (to - from <= LeafEdges)
        {
            for (var i = from; i < to; i++) visit.See(ring[i], Point(i + 1));
            return;
        }

        var middle = (from + to) / 2;
        Walk(ref visit, (2 * node) + 1, from, middle);
        Walk(ref visit, (2 * node) + 2, middle, to);
    }

    private Box Enclose(int node, int from, int to)
    {
        if (to - from <= LeafEdges) return boxes[node] = Box.Around(ring.AsSpan(from, to - from)).With(Point(to));
        var middle = (from + to) / 2;
        return boxes[node] = Enclose((2 * node) + 1, from, middle) + Enclose((2 * node) + 2, middle, to);
    }

    private LocalPoint Point(int i) => ring[i == ring.Length ? 0 : i];

    /// <summary>Children of node n are 2n + 1 and 2n + 2; halves differ by one edge at most, so the tree is full but for its last level.</summary>
    private static int NodeCount(int edges)
    {
        var nodes = 1;
        for (var largest = edges; largest > LeafEdges; largest = (largest + 1) / 2) nodes = (2 * nodes) + 1;
        return nodes;
    }
}
