using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>A plan by hand over the sample farm, with something of every kind in it.</summary>
internal static class SamplePlan
{
    public static Plan Make()
    {
        var farm = FarmFile.Read(Repository.Sample("farm.geojson")).Farm!;
        farm = farm with { Obstacles = [farm.Obstacles[0] with { VerticalClearanceM = 1.5, SprayOver = true }, .. farm.Obstacles.Skip(1)] };
        var field = farm.Fields.Single(f => f.Id == "A3");
        var refused = farm.Fields.Single(f => f.Id == "B5");
        var refill = farm.RefillPoints[0];
        var sprayable = field.Boundary.Difference(farm.Obstacles[0].Shape.Buffer(2.5)).Difference(farm.Obstacles[1].Shape.Buffer(2.5));
        var mainland = sprayable.Buffer(-5);
        var centre = LocalPoint.From(mainland.Centroid.Coordinate);
        var swath = new Swath(1, "A3", centre + new LocalVector(-20, 1.0 / 3), centre + new LocalVector(20, 2.0 / 3), 5, SwathKind.Mainland);
        var edge = new Swath(2, "A3", centre + new LocalVector(-20, 30), centre + new LocalVector(20, 30), 4.2, SwathKind.EdgePass);
        Leg[] legs =
        [
            new TransitLeg([refill.Place, swath.Start], TransitReason.ToWork),
            new SprayLeg(swath),
            new TransitLeg([swath.End, edge.End], TransitReason.NextSwath),
            new SprayLeg(edge.Reversed),
            new TransitLeg([edge.Start, centre, refill.Place], TransitReason.ToRefill),
        ];
        var home = farm.Frame.ToGeo(refill.Place);
        var mission = new Mission(
            1,
            [
                new MissionItem(MissionCommand.Takeoff, HeightM: 15),
                MissionItem.Speed(7),
                MissionItem.Sprayer(false),
                MissionItem.Waypoint(farm.Frame.ToGeo(swath.Start), 3),
                MissionItem.Sprayer(true),
                MissionItem.Waypoint(farm.Frame.ToGeo(swath.End), 3),
                MissionItem.Sprayer(false),
                new MissionItem(MissionCommand.LandStart, Place: home, HeightM: 15),
                MissionItem.Sprayer(false),
                new MissionItem(MissionCommand.ReturnToLaunch),
            ],
            [.. field.Boundary.EnvelopeInternal is var e && field.Boundary.Factory.ToGeometry(e) is Polygon p
                ? p.Coordinates.Take(4).Select(c => new MissionItem(MissionCommand.FenceInclusionVertex, Param1: 4, Place: farm.Frame.ToGeo(LocalPoint.From(c))))
                : [],
             new MissionItem(MissionCommand.FenceExclusionCircle, Param1: 2.5, Place: farm.Frame.ToGeo(LocalPoint.From(farm.Obstacles[0].Shape.Coordinate)))],
            [new MissionItem(MissionCommand.RallyPoint, Place: home, HeightM: 15)]);
        var empty = field.Boundary.Factory.CreatePolygon();
        return new Plan(
            farm,
            SprayerFile.Read(Repository.Sample("sprayer.json")).Sprayer!,
            JobFile.Read(Repository.Sample("job.json")).Job!,
            [
                new FieldPlan(field, sprayable, sprayable.Difference(mainland), mainland, [new Cell(1, field.Boundary, Heading.FromDegrees(83.123456789))], [swath, edge], []),
                new FieldPlan(refused, empty, empty, empty, [], [], [Finding.Error("file.field.invalid", "拐角田") with { FieldId = "B5", At = home }]),
            ],
            new Route(legs[1..^1]),
            [new Sortie(1, refill, refill, legs, 0.09 * Math.PI, TimeSpan.FromTicks(1_234_567_891), 98.7654321)],
            [mission],
            [Finding.Note("file.heights-dropped", "farm.geojson", "3")]);
    }
}
