using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Tests.Shared;

/// <summary>A farm's diary that a computer made up: square fields of 40 m in rows, sprayed in turn. Each entry follows from its number.</summary>
internal static class MadeUpDiary
{
    public const int Columns = 100;

    public static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private static readonly (string Name, string Group)[] Products = [("五氟磺草胺 penoxsulam", "2"), ("氰氟草酯 cyhalofop-butyl", "1"), ("二氯喹啉酸 quinclorac", "4"), ("丙草胺 pretilachlor", "15")];

    public static FieldApplication Application(int number, int fields = 10_000, string farm = "大圩农场")
    {
        var (field, round) = (number % fields, number / fields);
        var product = Products[(field + round) % Products.Length];
        var from = NewYear.AddDays(100 + (round * 40) + (field % 30)).AddMinutes(8 * 60 + (field % 480));
        return new FieldApplication(
            $"job-{from:yyyyMMdd}", farm, true, true, $"F{field:00000}", $"{field / Columns + 1} 排 {field % Columns + 1} 号", from, from.AddMinutes(6), "水稻 rice", "稗草 barnyard grass",
            product.Name, product.Name, $"PD2015{product.Group.PadLeft(4, '0')}", "样例农药厂", 1.2, "L", field % 3 == 0 ? "张伟" : field % 3 == 1 ? "李娜" : "王芳", $"DF-{(field % 5) + 1:00}",
            1600, 1560, 1550 - (field % 7), 20 + (field % 5), 10 + (field % 7), 3.5, 0.187, [Ring(field)],
            new ProductLimits([product.Group], 1.2, 2.4, 1, 2.4, 3, 12, 30, IsExample: true), null, 1.5 + (field % 4 * 0.4), 24, 70, "手持气象仪 hand-held meter");
    }

    public static IReadOnlyList<GeoPoint> Ring(int field)
    {
        var (south, west) = (32 + (field / Columns * 0.00045), 120.8 + (field % Columns * 0.00055));
        return
        [
            new GeoPoint(LatitudeDeg: south, LongitudeDeg: west), new GeoPoint(LatitudeDeg: south, LongitudeDeg: west + 0.000425),
            new GeoPoint(LatitudeDeg: south + 0.00036, LongitudeDeg: west + 0.000425), new GeoPoint(LatitudeDeg: south + 0.00036, LongitudeDeg: west),
            new GeoPoint(LatitudeDeg: south, LongitudeDeg: west),
        ];
    }

    /// <summary>A line over a field, ten points a second, on the day of its application.</summary>
    public static IEnumerable<TrackPoint> Track(int field, DateTimeOffset from, int points) => Enumerable.Range(0, points).Select(i =>
    {
        var corner = Ring(field)[0];
        var (row, along) = (i / 80, i % 80);
        return new TrackPoint(
            from.AddSeconds(i * 0.1), new VehicleId((byte)(1 + (field % 5))), 1 + (field % 50),
            new GeoPoint(LatitudeDeg: corner.LatitudeDeg + (0.00036 * (row % 8 + 0.5) / 8), LongitudeDeg: corner.LongitudeDeg + (0.000425 * (along + 0.5) / 80)), 3, 5, 3.4);
    });
}
