using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>The flown track as a thin line for each sortie.</summary>
internal static class FlownLine
{
    /// <summary>A hole in the track longer than this is not bridged by a line that nobody flew.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(10);

    private const float SeenAt = 0.8f;

    public static void Draw(SKCanvas canvas, MapView view, LocalFrame frame, FlightLog log)
    {
        foreach (var sortie in log.Track.GroupBy(t => (t.Vehicle, t.SortieNumber)))
        {
            using var path = PathOf([.. sortie], view, frame);
            Strokes.Line(canvas, path, Palette.Track, 0.55f);
        }
    }

    private static SKPath PathOf(IReadOnlyList<TrackPoint> points, MapView view, LocalFrame frame)
    {
        using var path = new SKPathBuilder();
        SKPoint last = default;
        for (var i = 0; i < points.Count; i++)
        {
            if (!points[i].Place.IsValid) continue;
            var place = view.At(frame.ToLocal(points[i].Place));
            if (i == 0 || points[i].At - points[i - 1].At > LongestGap) path.MoveTo(place);
            else if (SKPoint.Distance(last, place) < SeenAt && i < points.Count - 1) continue;
            else path.LineTo(place);
            last = place;
        }

        return path.Detach();
    }
}
