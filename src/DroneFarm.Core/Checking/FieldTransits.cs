using System.Collections.Concurrent;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>A transit from one swath of a field to its next stays in the field: not across a notch or a hole, nor over a no-spray zone.</summary>
internal sealed class FieldTransits(Plan plan, TargetGround ground)
{
    /// <summary>Sorties are checked side by side, and one field may be flown by two of them.</summary>
    private readonly ConcurrentDictionary<string, GroundArea> prepared = new();

    public IEnumerable<Finding> Of(Sortie sortie)
    {
        for (var i = 1; i < sortie.Legs.Count; i++)
        {
            if (sortie.Legs[i] is not TransitLeg { Reason: TransitReason.NextSwath } transit || sortie.Legs[i - 1] is not SprayLeg before) continue;
            if (ground.Find(before.Swath.FieldId) is not { } field || transit.LengthM == 0) continue;
            if (Stays(transit, field, prepared.GetOrAdd(field.Id, _ => new GroundArea(field.Boundary)), ground)) continue;
            yield return Finding.Error("check.transit.leaves-field", Say.Count(sortie.Number), field.Id, Say.Count(before.Swath.Number))
                with { FieldId = field.Id, At = plan.Farm.Frame.ToGeo(transit.From) };
        }
    }

    private static bool Stays(TransitLeg transit, Field field, GroundArea inside, TargetGround ground)
    {
        // Along an edge the line may leave the field by the last digit of a number.
        for (var i = 1; i < transit.Path.Count; i++)
        {
            if (!inside.Keeps(transit.Path[i - 1], transit.Path[i], SortieMatch.WireM)) return false;
        }

        var line = field.Boundary.Factory.CreateLineString([.. transit.Path.Select(p => p.ToCoordinate())]);
        return ground.ZonesNear(line.EnvelopeInternal).All(z => !z.Shape.Intersects(line) || z.Shape.Intersection(line).Length <= SortieMatch.WireM);
    }
}
