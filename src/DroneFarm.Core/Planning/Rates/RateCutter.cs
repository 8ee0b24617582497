using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Rates;

/// <summary>Cuts swaths where the prescribed rate changes, and gives each piece its rate and speed.</summary>
internal sealed class RateCutter(RateMap map, Sprayer sprayer, Job job)
{
    /// <summary>Shorter pieces are not worth a change: at 5 m/s the sprayer follows one within 0.5 s (ARDUPILOT.md point 7 and the script's 0.1 s).</summary>
    private const double ShortestM = 5;

    /// <summary>Rates closer than this are one: no pump is more exact.</summary>
    private const double CloseShare = 0.03;

    /// <param name="swaths">In flying order.</param>
    /// <returns>The same line in flying order, numbered anew.</returns>
    public List<Swath> Cut(IReadOnlyList<Swath> swaths)
    {
        var cut = new List<Swath>(swaths.Count);
        foreach (var swath in swaths)
        {
            var pieces = Pieces(swath);
            for (var i = 0; i < pieces.Count; i++)
            {
                var (fromM, toM, rateLPerHa) = pieces[i];
                cut.Add(swath.Between(fromM, toM) with
                {
                    Number = cut.Count + 1,
                    Dose = new SwathDose(rateLPerHa, DoseSpeed.Mps(sprayer, job, rateLPerHa, swath.WidthM), GoesOn: i > 0, IsGoneOnFrom: i + 1 < pieces.Count),
                });
            }
        }

        return cut;
    }

    private List<(double FromM, double ToM, double RateLPerHa)> Pieces(Swath swath)
    {
        List<double> cuts = [0];
        foreach (var borderM in map.BordersM(swath.Start, swath.End))
        {
            if (borderM - cuts[^1] >= ShortestM && swath.LengthM - borderM >= ShortestM) cuts.Add(borderM);
        }

        cuts.Add(swath.LengthM);
        var pieces = new List<(double FromM, double ToM, double RateLPerHa)>();
        for (var i = 1; i < cuts.Count; i++)
        {
            var rateLPerHa = map.MeanLPerHa(Strip(swath.Between(cuts[i - 1], cuts[i])), CloseShare);
            if (pieces.Count > 0 && Math.Abs(pieces[^1].RateLPerHa - rateLPerHa) <= CloseShare * rateLPerHa)
            {
                var fromM = pieces[^1].FromM;
                pieces[^1] = (fromM, cuts[i], map.MeanLPerHa(Strip(swath.Between(fromM, cuts[i])), CloseShare));
            }
            else pieces.Add((cuts[i - 1], cuts[i], rateLPerHa));
        }

        return pieces;
    }

    private static Polygon Strip(Swath swath)
    {
        var side = (swath.End - swath.Start).Unit.Left * (swath.WidthM / 2);
        LocalPoint[] corners = [swath.Start - side, swath.End - side, swath.End + side, swath.Start + side, swath.Start - side];
        return GeometryFactory.Default.CreatePolygon([.. corners.Select(c => c.ToCoordinate())]);
    }
}
