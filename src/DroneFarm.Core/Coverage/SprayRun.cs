using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>A piece of a flown line on which the pump ran without interruption, not yet a strip of ground.</summary>
internal sealed class SprayRun(int sortieNumber, DateTimeOffset from, LocalPoint start, Heading? nose = null)
{
    private readonly List<BoomPoint> line = [new(start, nose)];
    private double heightMSeconds;

    public int SortieNumber { get; } = sortieNumber;

    public DateTimeOffset From { get; } = from;

    public DateTimeOffset To { get; private set; } = from;

    public IReadOnlyList<BoomPoint> Line => line;

    public double LengthM { get; private set; }

    public double Litres { get; private set; }

    public double Seconds => (To - From).TotalSeconds;

    public double MeanHeightM => Seconds > 0 ? heightMSeconds / Seconds : 0;

    public void Add(LocalPoint place, Heading? nose, DateTimeOffset at, double litres, double heightM)
    {
        heightMSeconds += heightM * (at - To).TotalSeconds;
        LengthM += line[^1].Place.DistanceM(place);
        Litres += litres;
        line.Add(new BoomPoint(place, nose));
        To = at;
    }
}
