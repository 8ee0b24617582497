using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>The one place where a boundary as read becomes the fields it makes, or a finding that says why not.</summary>
internal static class BoundaryIntake
{
    /// <param name="numbered">Whether the id is only a feature's number, so that its parts are always counted (<c>12.0</c>).</param>
    public static IReadOnlyList<Field> Fields(string id, string name, string crop, bool numbered, Geometry boundary, List<Finding> findings)
    {
        var fields = new List<Field>();
        for (var i = 0; i < boundary.NumGeometries; i++)
        {
            var partId = numbered || boundary.NumGeometries > 1 ? $"{id}.{i}" : id;
            if (boundary.GetGeometryN(i) is not Polygon { IsEmpty: false, IsValid: true } polygon)
            {
                findings.Add(Finding.Error("file.field.invalid", name) with { FieldId = partId });
                continue;
            }

            fields.Add(new Field(partId, name, (Polygon)polygon.Normalized().Reverse(), crop));
        }

        return fields;
    }
}
