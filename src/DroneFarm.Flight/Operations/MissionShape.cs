using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Flight.Operations;

/// <summary>What a mission means along its items, numbered as the vehicle counts them: 0 is home, the mission's first item is 1.</summary>
public sealed class MissionShape
{
    private readonly Mission mission;
    private readonly LocalFrame frame;
    private readonly double[] reachedM;
    private readonly LocalPoint[] places;

    public MissionShape(Mission mission)
    {
        this.mission = mission;
        frame = new LocalFrame(mission.Items.Select(i => i.Place).FirstOrDefault(p => p is not null) ?? default);
        (places, reachedM) = (new LocalPoint[mission.Items.Count + 1], new double[mission.Items.Count + 1]);
        for (var item = 1; item < places.Length; item++)
        {
            places[item] = mission.Items[item - 1].Place is { } place ? frame.ToLocal(place) : places[item - 1];
            reachedM[item] = reachedM[item - 1] + places[item - 1].DistanceM(places[item]);
        }

        TailItem = 1 + mission.Items.ToList().FindLastIndex(i => i.Command == MissionCommand.LandStart);
        if (TailItem == 0) TailItem = mission.Items.Count;
    }

    /// <summary>The item from which the vehicle is on its way home: DO_LAND_START, or the last item without one.</summary>
    public int TailItem { get; }

    public double LengthM => reachedM[^1];

    /// <summary>How much of the mission's way is flown, 0 to 1.</summary>
    /// <param name="current">The item being flown to.</param>
    public double Fraction(int current, GeoPoint? place)
    {
        current = Math.Clamp(current, 0, places.Length - 1);
        if (LengthM <= 0 || current == 0) return 0;
        var legM = reachedM[current] - reachedM[current - 1];
        var leftM = place is { } at ? Math.Min(legM, frame.ToLocal(at).DistanceM(places[current])) : legM;
        return Math.Clamp((reachedM[current] - leftM) / LengthM, 0, 1);
    }

    /// <summary>Whether item <paramref name="current"/> is the take-off, or home before it.</summary>
    public bool IsTakeoff(int current) => current <= 0 || (current <= mission.Items.Count && mission.Items[current - 1].Command == MissionCommand.Takeoff);

    /// <summary>Whether the sprayer has its permission while item <paramref name="current"/> is flown to.</summary>
    public bool Sprays(int current)
    {
        for (var item = Math.Min(current - 1, mission.Items.Count); item >= 1; item--)
        {
            if (mission.Items[item - 1] is { Command: MissionCommand.Sprayer } sprayer) return sprayer.Param1 != 0;
        }

        return false;
    }

    /// <summary>Counts the swaths from 1: the one flown, or the last one flown, while item <paramref name="current"/> is flown to.</summary>
    /// <remarks>Swaths that go on from one another share one permission: each waypoint that is flown to with the sprayer on ends one.</remarks>
    public int Swath(int current)
    {
        var (swaths, on) = (0, false);
        for (var item = 1; item <= Math.Min(current, mission.Items.Count); item++)
        {
            if (mission.Items[item - 1] is { Command: MissionCommand.Sprayer } sprayer) on = sprayer.Param1 != 0;
            else if (on && mission.Items[item - 1].Command == MissionCommand.Waypoint) swaths++;
        }

        return swaths;
    }
}
