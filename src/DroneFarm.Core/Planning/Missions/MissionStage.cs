using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Missions;

/// <summary>The missions of a job's sorties, each at the transit height of its vehicle.</summary>
internal static class MissionStage
{
    public static List<Mission> Of(Farm farm, Sprayer sprayer, Job job, Fleet fleet, IEnumerable<FieldPlan> fields, List<Sortie> sorties, double fenceMarginM, List<Finding> findings)
    {
        var lowestM = sorties.SelectMany(s => s.SprayLegs).Select(l => l.Swath.HeightM ?? job.HeightM).DefaultIfEmpty(job.HeightM).Min();
        var fence = new FenceWriter(farm, lowestM, fenceMarginM);
        var switching = new SwitchPoints(sprayer.Switching, farm.Obstacles, fields);
        return sorties.ConvertAll(s => new Mission(
            s.Number,
            MissionWriter.Items(s, farm.Frame, fleet.JobOf(job, s.Vehicle), switching),
            fence.Items(s, findings),
            [RallyPoint.Of(s, farm.Frame, fleet.JobOf(job, s.Vehicle))]));
    }
}
