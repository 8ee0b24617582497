using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>The plan that a file says. Throws <see cref="FormatException"/> for what no plan can be made of.</summary>
internal sealed class PlanFromJson(LocalFrame frame, Farm farm)
{
    private readonly Dictionary<string, Field> fields = farm.Fields.ToDictionary(f => f.Id);

    public static Plan Map(PlanDocument document)
    {
        if (document.Farm.Fields.Select(f => f.Id).Distinct().Count() != document.Farm.Fields.Count) throw new FormatException("farm.fields");
        var frame = new LocalFrame(LonLat.Point(document.Farm.Origin));
        return new PlanFromJson(frame, FarmOf(document.Farm, frame)).Plan(document);
    }

    private static Farm FarmOf(FarmJson json, LocalFrame frame) => new(
        json.Name,
        frame,
        [.. json.Fields.Select(f => new Field(f.Id, f.Name, GeometryMapping.Polygon(frame, f.Boundary), f.Crop, f.Source ?? "", f.RowDirectionDeg is { } rows ? Heading.FromDegrees(rows) : null))],
        [.. json.Zones.Select(z => new NoSprayZone(z.Id, z.Name, z.Kind, GeometryMapping.Polygon(frame, z.Shape), z.BufferM))],
        [.. json.Obstacles.Select(o => new Obstacle(o.Id, o.Kind, GeometryMapping.ToGeometry(frame, o.Shape), o.HeightM, o.ClearanceM, o.VerticalClearanceM, o.SprayOver ?? false))],
        [.. json.RefillPoints.Select(r => Refill(frame, r))],
        json.MadeUp);

    private static RefillPoint Refill(LocalFrame frame, RefillJson json) => new(
        json.Id,
        json.Name,
        LonLat.Local(frame, json.Place),
        json.Road is { Length: >= 2 } road ? [.. road.Select(p => LonLat.Local(frame, p))] : null,
        json.DriveMps ?? RefillPoint.UsualDriveMps,
        json.Tender,
        json.AlongM ?? 0);

    private Plan Plan(PlanDocument document) => new(
        farm,
        document.Sprayer,
        document.Job,
        [.. document.Fields.Select(FieldPlan)],
        new Route([.. document.Route.Select(Leg)]),
        [.. document.Sorties.Select(Sortie)],
        [.. document.Missions.Select(Mission)],
        document.Findings) { Fleet = document.Fleet ?? Fleet.One };

    private FieldPlan FieldPlan(FieldPlanJson json) => new(
        fields.TryGetValue(json.Field, out var field) ? field : throw new FormatException($"fields: {json.Field}"),
        GeometryMapping.ToGeometry(frame, json.Sprayable),
        GeometryMapping.ToGeometry(frame, json.Headland),
        GeometryMapping.ToGeometry(frame, json.Mainland),
        [.. json.Cells.Select(c => new Cell(c.Number, GeometryMapping.Polygon(frame, c.Shape), Heading.FromDegrees(c.DirectionDeg)))],
        [.. json.Swaths.Select(Swath)],
        json.Findings);

    private Swath Swath(SwathJson json) => json.Line is [var start, var end]
        ? new Swath(json.Number, json.Field, LonLat.Local(frame, start), LonLat.Local(frame, end), json.WidthM, json.Kind, json.Dose, json.HeightM)
        : throw new FormatException($"swath {json.Number}: line");

    private Leg Leg(LegJson json) => json switch
    {
        { Swath: { } swath, Transit: null, Line: null } => new SprayLeg(Swath(swath)),
        { Swath: null, Transit: { } reason, Line: { Length: >= 2 } line } => new TransitLeg([.. line.Select(p => LonLat.Local(frame, p))], reason),
        _ => throw new FormatException("leg"),
    };

    private Sortie Sortie(SortieJson json) => new(
        json.Number,
        Refill(frame, json.From),
        Refill(frame, json.To),
        [.. json.Legs.Select(Leg)],
        json.Litres,
        Ticks(json.DurationS),
        json.EnergyWh,
        json.Vehicle,
        Ticks(json.StartS));

    /// <summary>To the nearest tick: TimeSpan.FromSeconds cuts off, and one tick less is another duration in the next file.</summary>
    private static TimeSpan Ticks(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    private static Mission Mission(MissionJson json) => new(
        json.Sortie,
        [.. json.Items.Select(i => i.ToItem())],
        [.. json.Fence.Select(i => i.ToItem())],
        [.. json.RallyPoints.Select(i => i.ToItem())]);
}
