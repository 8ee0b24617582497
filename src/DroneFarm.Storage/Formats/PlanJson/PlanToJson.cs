using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>A plan as its file says it.</summary>
internal sealed class PlanToJson(LocalFrame frame)
{
    public static PlanDocument Map(Plan plan) => new PlanToJson(plan.Farm.Frame).Document(plan);

    private PlanDocument Document(Plan plan) => new(
        PlanDocument.FormatName,
        PlanDocument.CurrentVersion,
        Farm(plan.Farm),
        plan.Sprayer,
        plan.Job,
        [.. plan.Fields.AsParallel().AsOrdered().Select(FieldPlan)],
        [.. plan.Route.Legs.Select(Leg)],
        [.. plan.Sorties.Select(Sortie)],
        [.. plan.Missions.Select(Mission)],
        plan.Findings,
        Fleet: plan.Fleet == Fleet.One ? null : plan.Fleet);

    private FarmJson Farm(Farm farm) => new(
        farm.Name,
        farm.MadeUp,
        // The frame's origin to its last digit: everything local hangs on it.
        [frame.Origin.LongitudeDeg, frame.Origin.LatitudeDeg],
        [.. farm.Fields.Select(f => new FieldJson(f.Id, f.Name, f.Crop, GeometryMapping.Rings(frame, f.Boundary), f.Source.Length > 0 ? f.Source : null, f.RowDirection?.Degrees))],
        [.. farm.Zones.Select(z => new ZoneJson(z.Id, z.Name, z.Kind, z.BufferM, GeometryMapping.Rings(frame, z.Shape)))],
        [.. farm.Obstacles.Select(o => new ObstacleJson(o.Id, o.Kind, o.HeightM, o.ClearanceM, GeometryMapping.ToJson(frame, o.Shape), o.VerticalClearanceM, o.SprayOver ? true : null))],
        [.. farm.RefillPoints.Select(Refill)]);

    private FieldPlanJson FieldPlan(FieldPlan plan) => new(
        plan.Field.Id,
        GeometryMapping.ToJson(frame, plan.Sprayable),
        GeometryMapping.ToJson(frame, plan.Headland),
        GeometryMapping.ToJson(frame, plan.Mainland),
        [.. plan.Cells.Select(c => new CellJson(c.Number, c.Direction.Degrees, GeometryMapping.Rings(frame, c.Shape)))],
        [.. plan.Swaths.Select(Swath)],
        plan.Findings);

    private SwathJson Swath(Swath swath) => new(swath.Number, swath.FieldId, swath.Kind, swath.WidthM, LonLat.Positions(frame, [swath.Start, swath.End]), swath.Dose, swath.HeightM);

    private LegJson Leg(Leg leg) => leg switch
    {
        SprayLeg spray => new LegJson(Swath: Swath(spray.Swath)),
        TransitLeg transit => new LegJson(Transit: transit.Reason, Line: LonLat.Positions(frame, transit.Line)),
        _ => throw new InvalidOperationException($"a leg of the kind {leg.GetType().Name} has no place in the file"),
    };

    private SortieJson Sortie(Sortie sortie) => new(
        sortie.Number,
        Refill(sortie.From),
        Refill(sortie.To),
        sortie.Litres,
        sortie.Duration.TotalSeconds,
        sortie.EnergyWh,
        [.. sortie.Legs.Select(Leg)],
        sortie.Vehicle,
        sortie.Start.TotalSeconds);

    private RefillJson Refill(RefillPoint refill) => new(
        refill.Id,
        refill.Name,
        LonLat.Position(frame, refill.Place),
        refill.Road is { } road ? LonLat.Positions(frame, road) : null,
        refill.Road is null && refill.Tender is null ? null : refill.DriveMps,
        refill.Tender,
        refill.Tender is null ? null : refill.AlongM);

    private static MissionJson Mission(Mission mission) => new(
        mission.SortieNumber,
        [.. mission.Items.Select(MissionItemJson.Of)],
        [.. mission.Fence.Select(MissionItemJson.Of)],
        [.. mission.RallyPoints.Select(MissionItemJson.Of)]);
}
