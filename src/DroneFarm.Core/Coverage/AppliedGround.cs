using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Coverage;

/// <summary>The strips laid over the fields: what was wetted once, twice, not at all, and beside the target.</summary>
internal sealed class AppliedGround
{
    /// <summary>A strip belongs to a field from this share of its area on; less is an edge.</summary>
    private const double BelongsShare = 0.05;

    private readonly STRtree<int> index = new();
    private readonly IReadOnlyList<AppliedPass> passes;
    private readonly GeometryFactory factory;

    public AppliedGround(IReadOnlyList<AppliedPass> passes, GeometryFactory factory)
    {
        this.passes = passes;
        this.factory = factory;
        for (var i = 0; i < passes.Count; i++)
        {
            if (!passes[i].Shape.IsEmpty) index.Insert(passes[i].Shape.EnvelopeInternal, i);
        }

        index.Build();
    }

    public Geometry Sprayed() => Union([.. passes.Select(p => p.Shape)]);

    /// <summary>Wetted by two strips or more, anywhere.</summary>
    public Geometry Doubled()
    {
        var twice = new List<Geometry>();
        for (var i = 0; i < passes.Count; i++)
        {
            var shape = passes[i].Shape;
            if (shape.IsEmpty) continue;
            foreach (var other in index.Query(shape.EnvelopeInternal).Where(j => j > i))
            {
                var both = Cut(shape, passes[other].Shape, SpatialFunction.Intersection);
                if (both.Area > 0) twice.Add(both);
            }
        }

        return Union(twice);
    }

    public Geometry OffTarget(IReadOnlyList<FieldPlan> planned)
    {
        var targets = new STRtree<Geometry>();
        foreach (var field in planned.Where(f => !f.Sprayable.IsEmpty)) targets.Insert(field.Sprayable.EnvelopeInternal, field.Sprayable);
        targets.Build();
        return Union([.. passes.Where(p => !p.Shape.IsEmpty).Select(p =>
            targets.Query(p.Shape.EnvelopeInternal).Aggregate(p.Shape, (left, target) => Cut(left, target, SpatialFunction.Difference)))]);
    }

    public (AppliedField Field, Geometry Missed, Geometry Doubled) Of(FieldPlan plan, Geometry doubled)
    {
        var field = plan.Field;
        var near = index.Query(field.Boundary.EnvelopeInternal).Order().Select(i => passes[i]).ToList();
        var wet = Union([.. near.Select(p => p.Shape)]);
        var missed = Cut(plan.Sprayable, wet, SpatialFunction.Difference);
        var twice = doubled.EnvelopeInternal.Intersects(field.Boundary.EnvelopeInternal)
            ? Cut(field.Boundary, doubled, SpatialFunction.Intersection)
            : factory.CreatePolygon();
        var shares = near.Select(p => (Pass: p, Share: Cut(p.Shape, field.Boundary, SpatialFunction.Intersection).Area / p.Shape.Area)).ToList();
        var belonging = shares.Where(s => s.Share >= BelongsShare).Select(s => s.Pass).ToList();
        var sprayedM2 = plan.Sprayable.Area - missed.Area;
        return (
            new AppliedField(
                field.Id, field.Name, field.AreaM2, plan.Sprayable.Area, sprayedM2, twice.Area, missed.Area, shares.Sum(s => s.Pass.Litres * s.Share),
                belonging.Count > 0 ? belonging.Min(p => p.From) : null,
                belonging.Count > 0 ? belonging.Max(p => p.To) : null),
            missed,
            twice);
    }

    public Geometry Union(IReadOnlyList<Geometry> shapes)
    {
        var some = shapes.Where(s => !s.IsEmpty).ToList();
        return some.Count == 0 ? factory.CreatePolygon() : OverlayNGRobust.Union(some);
    }

    private Geometry Cut(Geometry a, Geometry b, SpatialFunction function)
    {
        if (!a.IsEmpty && !b.IsEmpty) return OverlayNGRobust.Overlay(a, b, function);
        return function == SpatialFunction.Difference ? a : factory.CreatePolygon();
    }
}
