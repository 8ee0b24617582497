using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>A mission run item by item, as the autopilot does: DO items act where the item before them was reached.</summary>
internal sealed record MissionFlight(Mission Mission, Sortie Sortie, IReadOnlyList<FlownSegment> Segments)
{
    public string Number { get; } = Say.Count(Sortie.Number);

    public static MissionFlight Fly(Mission mission, Sortie sortie, LocalFrame frame, List<Finding> findings)
    {
        var segments = new List<FlownSegment>(mission.Items.Count);
        var (at, heightM, speedMps, on, flow, nose) = (sortie.From.Place, 0.0, (double?)null, false, (double?)null, (Heading?)null);
        for (var i = 0; i < mission.Items.Count; i++)
        {
            var item = mission.Items[i];
            switch (item.Command)
            {
                case MissionCommand.Takeoff:
                    To(at, item.HeightM);
                    break;
                case MissionCommand.Waypoint when item.Place is { IsValid: true } place:
                    To(frame.ToLocal(place), item.HeightM);
                    break;
                case MissionCommand.ReturnToLaunch:
                    // RTL climbs or keeps its height on the way, never less (ARDUPILOT.md point 22): the lower line is the one to prove.
                    To(sortie.To.Place, heightM);
                    To(at, 0);
                    break;
                case MissionCommand.ChangeSpeed:
                    speedMps = item.Param2;
                    break;
                case MissionCommand.Sprayer:
                    // The autopilot stores the parameter as a whole number and runs the pump on 1 alone.
                    on = Math.Truncate(item.Param1) == 1;
                    break;
                case MissionCommand.ScriptMessage when item.Param1 == MissionItem.SprayRateMessage:
                    flow = item.Param2;
                    break;
                case MissionCommand.Yaw:
                    nose = Heading.FromDegrees(item.Param1);
                    break;
                case MissionCommand.LandStart:
                    break;
                default:
                    findings.Add(Finding.Error("check.mission.bad-item", Say.Count(sortie.Number), Say.Count(i + 1)));
                    break;
            }

            void To(LocalPoint place, double toHeightM)
            {
                segments.Add(new FlownSegment(i + 1, at, place, heightM, toHeightM, speedMps, on, flow, nose));
                (at, heightM) = (place, toHeightM);
            }
        }

        return new MissionFlight(mission, sortie, segments);
    }
}
