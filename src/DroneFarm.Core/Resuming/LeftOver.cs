using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Resuming;

/// <summary>What is left of each planned swath, as parts of it in its direction.</summary>
internal static class LeftOver
{
    /// <summary>The pump begins up to 3 m late on a swath (ARDUPILOT.md point 37, its first line): a swath that began so is begun.</summary>
    private const double LateStartM = 3;

    /// <summary>A swath is flown to its end when no more than this is dry there.</summary>
    private const double EndM = 0.5;

    /// <summary>A dry stretch inside a swath that is worth a flight of its own.</summary>
    private const double InsideM = 1;

    /// <param name="interrupted">The swath in which spraying stopped; null when it did not stop inside one.</param>
    public static IEnumerable<Swath> Of(Swath swath, IReadOnlyList<(double FromM, double ToM)> sprayed, Swath? interrupted, RemainderOptions options)
    {
        if (sprayed.Count == 0) return [swath];
        var isInterrupted = interrupted is not null && swath.FieldId == interrupted.FieldId && swath.Number == interrupted.Number;
        if (isInterrupted && options.Entry == ReEntry.SwathStart) return [swath];
        if (isInterrupted && options.Entry == ReEntry.NextSwath) return [];
        return Dry(swath, sprayed).Select(d => swath.Between(d.FromM <= 0 ? 0 : d.FromM - options.OverlapM, d.ToM));
    }

    public static bool IsFlownToItsEnd(Swath swath, IReadOnlyList<(double FromM, double ToM)> sprayed) => sprayed.Count > 0 && sprayed[^1].ToM >= swath.LengthM - EndM;

    private static IEnumerable<(double FromM, double ToM)> Dry(Swath swath, IReadOnlyList<(double FromM, double ToM)> sprayed)
    {
        if (sprayed[0].FromM > LateStartM) yield return (0, sprayed[0].FromM);
        for (var i = 1; i < sprayed.Count; i++)
        {
            if (sprayed[i].FromM - sprayed[i - 1].ToM > InsideM) yield return (sprayed[i - 1].ToM, sprayed[i].FromM);
        }

        if (!IsFlownToItsEnd(swath, sprayed)) yield return (sprayed[^1].ToM, swath.LengthM);
    }
}
