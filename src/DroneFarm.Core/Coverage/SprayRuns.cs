using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Coverage;

/// <summary>Finds where the pump ran on a flown line, and how much of it nobody can say.</summary>
/// <param name="UnknownM">Flown with a flow that no report was fresh enough to tell: neither sprayed nor dry.</param>
internal sealed record SprayRuns(IReadOnlyList<SprayRun> Runs, double UnknownM)
{
    /// <summary>Below this share of the pump's greatest flow a reading is noise: a closed pump's output wanders by less than 1 %.</summary>
    private const double NoiseShare = 0.02;

    /// <summary>Three times what a sprayer flies: a jump of the position, not a flight.</summary>
    private const double JumpMps = 30;

    /// <summary>Flow is taken to change evenly between two reports; where one of the two is dry, the pump switched half-way.</summary>
    public static SprayRuns Of(FlownLine line, Sprayer sprayer)
    {
        var noiseLPerMin = NoiseShare * sprayer.PumpMaxFlowLPerMin;
        var runs = new List<SprayRun>();
        var unknownM = 0.0;
        SprayRun? open = null;
        for (var i = 1; i < line.Fixes.Count; i++)
        {
            var (a, b) = (line.Fixes[i - 1], line.Fixes[i]);
            var seconds = (b.At - a.At).TotalSeconds;
            var lengthM = a.Place.DistanceM(b.Place);
            var (wetA, wetB) = (a.FlowLPerMin > noiseLPerMin, b.FlowLPerMin > noiseLPerMin);
            var silent = b.At - a.At > FlownLine.LongestSilence || lengthM > JumpMps * seconds;
            if (a.FlowLPerMin is null || b.FlowLPerMin is null || (silent && (wetA || wetB)))
            {
                unknownM += lengthM;
                open = null;
                continue;
            }

            if (silent || (!wetA && !wetB))
            {
                open = null;
                continue;
            }

            var litres = ((wetA ? a.FlowLPerMin.Value : 0) + (wetB ? b.FlowLPerMin.Value : 0)) / 2 * seconds / 60;
            var (middle, half) = (a.Place + ((b.Place - a.Place) / 2), a.At + ((b.At - a.At) / 2));
            var heightM = (a.HeightM + b.HeightM) / 2;
            if (open is null) runs.Add(open = wetA ? new SprayRun(line.SortieNumber, a.At, a.Place, a.Nose) : new SprayRun(line.SortieNumber, half, middle, b.Nose));
            if (wetB)
            {
                open.Add(b.Place, b.Nose, b.At, litres, heightM);
            }
            else
            {
                open.Add(middle, a.Nose, half, litres, heightM);
                open = null;
            }
        }

        return new SprayRuns(runs, unknownM);
    }
}
