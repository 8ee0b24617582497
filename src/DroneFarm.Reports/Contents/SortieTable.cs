using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>Each sortie, planned or flown, with its litres.</summary>
internal static class SortieTable
{
    public static Grid Of(RecordSource source, Words words, Figures figures)
    {
        var passes = source.Applied.Passes.ToLookup(p => p.SortieNumber);
        var track = source.Log.Track.ToLookup(t => t.SortieNumber);
        var planned = source.Plan.Sorties.ToLookup(s => s.Number);
        var numbers = planned.Select(p => p.Key).Concat(passes.Select(p => p.Key)).Distinct().Order();
        return new Grid(
            words.Caption("record.sorties"),
            [
                new(words.Caption("record.sorties.number"), 8, IsNumber: false),
                new(words.Caption("record.sorties.time"), 20, IsNumber: false),
                new(words.Caption("record.sorties.duration"), 11),
                new(words.Caption("record.sorties.litres-planned"), 12),
                new(words.Caption("record.sorties.litres"), 12),
                new(words.Caption("record.sorties.sprayed"), 12),
                new(words.Caption("record.sorties.distance"), 12),
                new(words.Caption("record.sorties.speed"), 11),
                new(words.Caption("record.sorties.height"), 10),
            ],
            [.. numbers.Select(n => Line(n, planned[n].FirstOrDefault(), [.. passes[n]], [.. track[n]], figures))],
            words.Caption("record.sorties.none"));
    }

    private static Row Line(int number, Sortie? planned, IReadOnlyList<AppliedPass> passes, IReadOnlyList<TrackPoint> track, Figures figures)
    {
        var sprayedM = passes.Sum(p => p.LengthM);
        return Row.Of(
            $"{number}",
            track.Count > 0 ? $"{figures.Clock(track[0].At)}–{figures.Clock(track[^1].At)}" : Figures.Unknown,
            track.Count > 0 ? Figures.Duration(track[^1].At - track[0].At) : Figures.Unknown,
            Figures.Number(planned?.Litres, 1),
            Figures.Litres(passes.Sum(p => p.Litres)),
            Figures.Kilometres(sprayedM),
            track.Count > 0 ? Figures.Kilometres(LengthM(track)) : Figures.Unknown,
            sprayedM > 0 ? Figures.Number(passes.Sum(p => p.MeanSpeedMps * p.LengthM) / sprayedM, 1) : Figures.Unknown,
            sprayedM > 0 ? Figures.Number(passes.Sum(p => p.MeanHeightM * p.LengthM) / sprayedM, 1) : Figures.Unknown);
    }

    private static double LengthM(IReadOnlyList<TrackPoint> track)
    {
        var frame = new Core.Geo.LocalFrame(track[0].Place);
        var line = track.Select(t => frame.ToLocal(t.Place)).ToList();
        return line.Zip(line.Skip(1), (a, b) => a.DistanceM(b)).Sum();
    }
}
