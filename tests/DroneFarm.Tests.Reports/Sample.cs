using DroneFarm.Core.Coverage;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Tests.Reports;

/// <summary>
/// A farm a person can draw: fields of 40 x 60 m in rows of <see cref="Columns"/>, 10 m apart, each sprayed with eight swaths of 5 m northward
/// and southward in turn. Known flaws: the first field's third swath ends 20 m early (100 m² missed) and its sixth runs 10 m too far (50 m² off target);
/// its fourth is 6 m wide instead of 5 (60 m² doubled).
/// </summary>
internal sealed record Sample(Plan Plan, AsApplied Applied, FlightLog Log, SprayRecord Record)
{
    public const int Columns = 5;
    public const double FieldWidthM = 40, FieldHeightM = 60, GapM = 10, SwathM = 5, RateLPerHa = 22.5, SpeedMps = 5;

    public static readonly DateTimeOffset Start = new(2026, 6, 20, 0, 30, 0, TimeSpan.Zero);

    private static readonly GeometryFactory Shapes = GeometryFactory.Default;

    public static Sample Of(int fields, bool simulated = true, Func<int, string>? nameOf = null)
    {
        var farm = FarmOf(fields, nameOf ?? (i => $"{"东西南北中"[i % 5]}圩 {i + 1} 号田"));
        var sprayer = new Sprayer("DF-30 (sample)", 30, SwathM, 1, 8, 40, 1900, 0.25, 5, 10, 2, 2, 1.5, 60, 650, []);
        var product = new Product("五氟磺草胺 25 g/L 可分散油悬浮剂", "五氟磺草胺 penoxsulam 25 g/L", "PD20070350（示例）", 1.2, "L", "示例数据，以标签为准。Sample value; check against the label.");
        var job = new Job("gangzha-2026-06-20-a", "稻田除草 2026-06", product, RateLPerHa, 3, SpeedMps, 8, 7, 0, "水稻 rice, 3–4 叶期", "稗草、千金子 barnyard grass", "张伟 (licence 320600-0001)", new WeatherLimits(5, 10, 32, 40));
        var plans = farm.Fields.Select(f => new FieldPlan(f, f.Boundary, Polygon.Empty, f.Boundary, [], SwathsOf(f), [])).ToList();
        var sorties = plans.Chunk(4).Select((part, i) => SortieOf(i + 1, part, farm.RefillPoints[0])).ToList();
        var plan = new Plan(farm, sprayer, job, plans, new Route([.. sorties.SelectMany(s => s.Legs)]), sorties, [], []);
        var (passes, track) = Fly(plan);
        var applied = Measure(plan, passes);
        var log = new FlightLog(job.Id, track, EventsOf(sorties, track), Complete: true);
        return new Sample(plan, applied, log, RecordOf(plan, applied, log, simulated));
    }

    private static Farm FarmOf(int fields, Func<int, string> nameOf)
    {
        var land = Enumerable.Range(0, fields).Select(i =>
        {
            double x = i % Columns * (FieldWidthM + GapM), y = i / Columns * (FieldHeightM + GapM);
            return new Field($"F{i + 1:00}", nameOf(i), Rectangle(x, y, x + FieldWidthM, y + FieldHeightM), "水稻");
        }).ToList();
        return new Farm(
            "港闸示例农场",
            new LocalFrame(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80)),
            land,
            [new NoSprayZone("Z1", "鱼塘", ZoneKind.FishPond, Rectangle(-45, 5, -15, 45), 8)],
            [new Obstacle("P1", ObstacleKind.Pole, Shapes.CreatePoint(new Coordinate(45, 30)), 9, 2.5)],
            [new RefillPoint("R1", "路边加药点", new LocalPoint(-20, -15))],
            MadeUp: true);
    }

    private static List<Swath> SwathsOf(Field field)
    {
        var edge = field.Boundary.EnvelopeInternal;
        return [.. Enumerable.Range(0, 8).Select(i =>
        {
            var x = edge.MinX + (SwathM * (i + 0.5));
            var swath = new Swath(i + 1, field.Id, new LocalPoint(x, edge.MinY), new LocalPoint(x, edge.MaxY), SwathM, SwathKind.Mainland);
            return i % 2 == 0 ? swath : swath.Reversed;
        })];
    }

    private static Sortie SortieOf(int number, FieldPlan[] fields, RefillPoint refill)
    {
        var swaths = fields.SelectMany(f => f.Swaths).ToList();
        var legs = new List<Leg> { new TransitLeg([refill.Place, swaths[0].Start], TransitReason.ToWork) };
        for (var i = 0; i < swaths.Count; i++)
        {
            legs.Add(new SprayLeg(swaths[i]));
            if (i + 1 < swaths.Count) legs.Add(new TransitLeg([swaths[i].End, swaths[i + 1].Start], swaths[i].FieldId == swaths[i + 1].FieldId ? TransitReason.NextSwath : TransitReason.NextField));
        }

        legs.Add(new TransitLeg([swaths[^1].End, refill.Place], TransitReason.ToRefill));
        var litres = swaths.Sum(s => s.LengthM * s.WidthM) / 10_000 * RateLPerHa;
        return new Sortie(number, refill, refill, legs, litres, TimeSpan.FromSeconds((legs.Sum(l => l.LengthM) / SpeedMps) + 30), 400);
    }

    private static (List<AppliedPass> Passes, List<TrackPoint> Track) Fly(Plan plan)
    {
        var (passes, track, now) = (new List<AppliedPass>(), new List<TrackPoint>(), Start);
        foreach (var sortie in plan.Sorties)
        {
            foreach (var leg in sortie.Legs)
            {
                var from = now;
                var swath = (leg as SprayLeg)?.Swath;
                var isFirstField = swath?.FieldId == "F01";
                double shortM = isFirstField && swath!.Number == 3 ? -20 : isFirstField && swath!.Number == 6 ? 10 : 0;
                double widthM = isFirstField && swath!.Number == 4 ? 6 : SwathM;
                foreach (var (a, b) in leg.Path.Zip(leg.Path.Skip(1)))
                {
                    for (var m = 0.0; m < a.DistanceM(b); m += 2)
                    {
                        var place = a + ((b - a).Unit * m);
                        track.Add(new TrackPoint(now, new VehicleId(1), sortie.Number, plan.Farm.Frame.ToGeo(place), 3, SpeedMps, swath is null ? 0 : 3.4));
                        now += TimeSpan.FromSeconds(2 / SpeedMps);
                    }
                }

                if (swath is null) continue;
                var lengthM = swath.LengthM + shortM;
                var end = swath.Start + ((swath.End - swath.Start).Unit * lengthM);
                var shape = Rectangle(swath.Start.EastM - (SwathM / 2), Math.Min(swath.Start.NorthM, end.NorthM), swath.Start.EastM - (SwathM / 2) + widthM, Math.Max(swath.Start.NorthM, end.NorthM));
                passes.Add(new AppliedPass(from, now, sortie.Number, shape, lengthM, lengthM * SwathM / 10_000 * RateLPerHa, RateLPerHa, SpeedMps, 3));
            }

            now += TimeSpan.FromMinutes(4);
        }

        return (passes, track);
    }

    private static AsApplied Measure(Plan plan, List<AppliedPass> passes)
    {
        Geometry land = Union(plan.Fields.Select(f => f.Sprayable)), sprayed = Union(passes.Select(p => p.Shape));
        var doubled = Union(passes.Zip(passes.Skip(1), (a, b) => a.Shape.Intersection(b.Shape)).OfType<Polygon>());
        var fields = plan.Fields.Select(f =>
        {
            var over = passes.Where(p => p.Shape.Overlaps(f.Sprayable) || p.Shape.Within(f.Sprayable)).ToList();
            return new AppliedField(f.Field.Id, f.Field.Name, f.Field.AreaM2, f.Sprayable.Area, sprayed.Intersection(f.Sprayable).Area, doubled.Intersection(f.Sprayable).Area,
                f.Sprayable.Difference(sprayed).Area, over.Sum(p => p.Litres), over.Count > 0 ? over.Min(p => p.From) : null, over.Count > 0 ? over.Max(p => p.To) : null);
        }).ToList();
        return new AsApplied(sprayed, doubled, land.Difference(sprayed), sprayed.Difference(land), passes, fields, passes.Sum(p => p.Litres));
    }

    private static SprayRecord RecordOf(Plan plan, AsApplied applied, FlightLog log, bool simulated)
    {
        DateTimeOffset from = log.Track[0].At, to = log.Track[^1].At;
        var totals = new RecordTotals(
            plan.Sorties.Count, plan.Sorties.Count, plan.PlannedAreaM2, applied.Fields.Sum(f => f.SprayedM2), applied.Missed.Area, applied.Doubled.Area, applied.OffTarget.Area,
            plan.Sorties.Sum(s => s.Litres), applied.Litres, plan.Sorties.Sum(s => s.LengthM), plan.Sorties.Sum(s => s.LengthM) * 1.012,
            TimeSpan.FromSeconds(plan.Sorties.Sum(s => s.Duration.TotalSeconds)), to - from);
        Weather[] weather =
        [
            new(from.AddMinutes(-12), 1.8, 135, 24.6, 71, "手持气象仪 hand-held meter"),
            new(from.AddMinutes(9), 2.3, 140, 25.1, null, "模拟器 simulator"),
        ];
        Finding[] findings = [Finding.Note("severity.note"), Finding.Warning("severity.warning") with { FieldId = "F01" }];
        return new SprayRecord(plan.Farm.Name, plan.Farm.MadeUp, plan.Job, plan.Sprayer.Name, "SIM-01", from, to, weather, applied.Fields, totals, simulated, findings);
    }

    private static List<FlightEvent> EventsOf(List<Sortie> sorties, List<TrackPoint> track) =>
    [
        .. sorties.Select(s => new FlightEvent(track.Last(t => t.SortieNumber == s.Number).At.AddMinutes(2), new VehicleId(1), s.Number, FlightEventKind.Refilled, Core.Text.Phrase.Of("severity.note"))),
        new FlightEvent(track[^1].At, new VehicleId(1), sorties.Count, FlightEventKind.Alarm, Core.Text.Phrase.Of("vehicle-of-tomorrow.alarm", "12 V")),
    ];

    private static Geometry Union(IEnumerable<Geometry> parts) => OverlayNGRobust.Union(Shapes.BuildGeometry([.. parts]));

    public static Polygon Rectangle(double x0, double y0, double x1, double y1) =>
        Shapes.CreatePolygon([new(x0, y0), new(x1, y0), new(x1, y1), new(x0, y1), new(x0, y0)]);
}
