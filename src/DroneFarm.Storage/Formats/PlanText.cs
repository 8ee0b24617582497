using System.Globalization;
using System.Text;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>A plan as plain text for people who compare two: every swath, leg and mission item on a line of its own, places in metres of the farm's frame.</summary>
public static class PlanText
{
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Plan plan) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Of(plan))));

    public static string Of(Plan plan)
    {
        var text = new StringBuilder();
        Line(text, $"{plan.Farm.Name}: {plan.Job.Name}, {plan.Sprayer.Name}, origin {plan.Farm.Frame.Origin.LatitudeDeg} {plan.Farm.Frame.Origin.LongitudeDeg}");
        foreach (var finding in plan.Findings) Line(text, $"{finding.Severity}: {finding.Say(Core.Text.Language.English)}");
        foreach (var field in plan.Fields) Field(text, field);
        foreach (var sortie in plan.Sorties) Sortie(text, sortie);
        foreach (var mission in plan.Missions) Mission(text, mission, plan.Farm.Frame);
        return text.ToString();
    }

    private static void Field(StringBuilder text, FieldPlan field)
    {
        Line(text, $"\nfield {field.Field.Id} {field.Field.Name}: {field.Field.AreaM2:F1} m², sprayable {field.Sprayable.Area:F1}, headland {field.Headland.Area:F1}, mainland {field.Mainland.Area:F1}");
        foreach (var finding in field.Findings) Line(text, $"  {finding.Severity}: {finding.Say(Core.Text.Language.English)}");
        foreach (var cell in field.Cells) Line(text, $"  cell {cell.Number}: {cell.Shape.Area:F1} m², along {cell.Direction.Degrees:F2}°");
        foreach (var swath in field.Swaths) Line(text, $"  {(swath.Kind == SwathKind.EdgePass ? "edge pass" : "swath")} {swath.Number}: {Place(swath.Start)} to {Place(swath.End)}, {swath.LengthM:F2} m by {swath.WidthM:F3} m{(swath.HeightM is { } at ? FormattableString.Invariant($" at {at:F2} m") : "")}");
    }

    private static void Sortie(StringBuilder text, Sortie sortie)
    {
        Line(text, $"\nsortie {sortie.Number} from {sortie.From.Id} to {sortie.To.Id}: {sortie.Litres:F2} L, {sortie.Duration.TotalSeconds:F1} s, {sortie.EnergyWh:F1} Wh, {sortie.SprayedM:F1} m sprayed, {sortie.TransitM:F1} m dry");
        foreach (var leg in sortie.Legs)
        {
            if (leg is SprayLeg spray) Line(text, $"  spray {spray.Swath.FieldId} {spray.Swath.Number} to {Place(spray.To)}");
            else Line(text, $"  {((TransitLeg)leg).Reason} {string.Join(" ", leg.Path.Select(Place))}");
        }
    }

    private static void Mission(StringBuilder text, Mission mission, LocalFrame frame)
    {
        Line(text, $"\nmission {mission.SortieNumber}: {mission.Items.Count} items, {mission.Fence.Count} of the fence, {mission.RallyPoints.Count} rally points");
        foreach (var item in mission.Items.Concat(mission.Fence).Concat(mission.RallyPoints))
        {
            var place = item.Place is { } at ? " " + Place(frame.ToLocal(at)) : "";
            Line(text, $"  {item.Command} {item.Param1} {item.Param2} {item.Param3} {item.Param4}{place} {item.HeightM:F1} m{(item.Datum == AltitudeDatum.Home ? "" : " over the terrain")}");
        }
    }

    private static string Place(LocalPoint point) => string.Create(CultureInfo.InvariantCulture, $"({point.EastM:F2}, {point.NorthM:F2})");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
