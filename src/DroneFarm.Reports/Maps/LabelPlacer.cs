using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>Remembers which places on the map are taken, so that no two labels overlap. A label that finds no place is left out.</summary>
internal sealed class LabelPlacer(SKRect map)
{
    private const float Gap = 1.5f;

    private readonly List<SKRect> taken = [];

    public IReadOnlyList<SKRect> Taken => taken;

    public bool IsFree(SKRect box) => map.Contains(box) && !taken.Any(t => t.IntersectsWith(box));

    public bool TryTake(SKRect box)
    {
        if (!IsFree(box)) return false;
        taken.Add(SKRect.Inflate(box, Gap, Gap));
        return true;
    }

    /// <summary>The first free box of this size around a place: on it, then around it in growing rings.</summary>
    public SKRect? TakeNear(SKPoint place, float width, float height, int rings)
    {
        for (var ring = 0; ring <= rings; ring++)
        {
            var steps = ring == 0 ? 1 : 8;
            for (var step = 0; step < steps; step++)
            {
                var (sin, cos) = MathF.SinCos(step * MathF.Tau / steps);
                var (x, y) = (place.X + (ring * width * 0.75f * cos), place.Y - (ring * height * 0.9f * sin));
                var box = SKRect.Create(x - (width / 2), y - (height / 2), width, height);
                if (TryTake(box)) return box;
            }
        }

        return null;
    }
}
