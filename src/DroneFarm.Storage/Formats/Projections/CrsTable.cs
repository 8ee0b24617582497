using System.Globalization;

namespace DroneFarm.Storage.Formats.Projections;

/// <summary>
/// The projected systems that fields come in. Source of all numbers: the EPSG geodetic parameter register; datum shifts of seven parameters
/// (position vector) as PROJ states them for the Dutch and the Belgian system.
/// </summary>
internal static class CrsTable
{
    private const string Wgs84 = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],";
    private const string Etrs89 = "GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\",SPHEROID[\"GRS 1980\",6378137,298.257222101]],";
    private const string Cgcs2000 = "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\",SPHEROID[\"CGCS2000\",6378137,298.257222101]],";
    private const string Degrees = "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";

    private static readonly Crs[] Single =
    [
        new(3857, "WGS 84 / Pseudo-Mercator", "WGS_1984_Web_Mercator_Auxiliary_Sphere",
            Projected(Wgs84, "Popular Visualisation Pseudo-Mercator", ("latitude_of_origin", 0), ("central_meridian", 0), ("false_easting", 0), ("false_northing", 0)),
            false, new CrsArea(-180, -85.1, 180, 85.1)),
        new(28992, "Amersfoort / RD New", "RD_New",
            Projected(
                "GEOGCS[\"Amersfoort\",DATUM[\"Amersfoort\",SPHEROID[\"Bessel 1841\",6377397.155,299.1528128],TOWGS84[565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725]],",
                "Oblique_Stereographic", ("latitude_of_origin", 52.1561605555556), ("central_meridian", 5.38763888888889), ("scale_factor", 0.9999079), ("false_easting", 155000), ("false_northing", 463000)),
            true, new CrsArea(3.2, 50.7, 7.3, 53.8)),
        new(31370, "Belge 1972 / Belgian Lambert 72", "Belge_Lambert_1972",
            Projected(
                "GEOGCS[\"Belge 1972\",DATUM[\"Reseau_National_Belge_1972\",SPHEROID[\"International 1924\",6378388,297],TOWGS84[-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747]],",
                "Lambert_Conformal_Conic_2SP", ("latitude_of_origin", 90), ("central_meridian", 4.36748666666667), ("standard_parallel_1", 51.1666672333333), ("standard_parallel_2", 49.8333339), ("false_easting", 150000.013), ("false_northing", 5400088.438)),
            true, new CrsArea(2.4, 49.4, 6.5, 51.6)),
        new(2154, "RGF93 / Lambert-93", "RGF_1993_Lambert_93",
            Projected(
                "GEOGCS[\"RGF93\",DATUM[\"Reseau_Geodesique_Francais_1993\",SPHEROID[\"GRS 1980\",6378137,298.257222101]],",
                "Lambert_Conformal_Conic_2SP", ("latitude_of_origin", 46.5), ("central_meridian", 3), ("standard_parallel_1", 49), ("standard_parallel_2", 44), ("false_easting", 700000), ("false_northing", 6600000)),
            false, new CrsArea(-9.9, 41, 10.4, 51.6)),
        Mercator(4647, "ETRS89 / UTM zone 32N (zE-N)", "ETRS_1989_UTM_Zone_32N_8stellen", Etrs89, 9, 0.9996, 32_500_000, 0, new CrsArea(4.5, 40, 13.5, 84.5)),
    ];

    private static readonly Lazy<Dictionary<int, Crs>> ByCode = new(() => Single.Concat(Ruled()).ToDictionary(c => c.Epsg));

    public static IEnumerable<Crs> All => ByCode.Value.Values;

    public static Crs? Find(int epsg) => ByCode.Value.GetValueOrDefault(epsg);

    /// <summary>Systems whose numbers follow from their code: UTM on WGS84 and ETRS89, and China's Gauss-Kruger zones of 6 and 3 degrees, with and without the zone before the easting.</summary>
    private static IEnumerable<Crs> Ruled()
    {
        for (var zone = 1; zone <= 60; zone++)
        {
            var meridian = (6 * zone) - 183;
            yield return Mercator(32600 + zone, $"WGS 84 / UTM zone {zone}N", $"WGS_1984_UTM_Zone_{zone}N", Wgs84, meridian, 0.9996, 500_000, 0, Strip(meridian, 4.5, -0.5, 84.5));
            yield return Mercator(32700 + zone, $"WGS 84 / UTM zone {zone}S", $"WGS_1984_UTM_Zone_{zone}S", Wgs84, meridian, 0.9996, 500_000, 10_000_000, Strip(meridian, 4.5, -80.5, 0.5));
            if (zone is >= 28 and <= 38)
                yield return Mercator(25800 + zone, $"ETRS89 / UTM zone {zone}N", $"ETRS_1989_UTM_Zone_{zone}N", Etrs89, meridian, 0.9996, 500_000, 0, Strip(meridian, 4.5, 27, 84.5));
        }

        for (var zone = 13; zone <= 23; zone++)
        {
            var meridian = (6 * zone) - 3;
            yield return Gauss(4478 + zone, $"CGCS2000 / Gauss-Kruger zone {zone}", $"CGCS2000_GK_Zone_{zone}", meridian, zone, 4.5);
            yield return Gauss(4489 + zone, $"CGCS2000 / Gauss-Kruger CM {meridian}E", $"CGCS2000_GK_CM_{meridian}E", meridian, 0, 4.5);
        }

        for (var zone = 25; zone <= 45; zone++)
        {
            var meridian = 3 * zone;
            yield return Gauss(4488 + zone, $"CGCS2000 / 3-degree Gauss-Kruger zone {zone}", $"CGCS2000_3_Degree_GK_Zone_{zone}", meridian, zone, 3);
            yield return Gauss(4509 + zone, $"CGCS2000 / 3-degree Gauss-Kruger CM {meridian}E", $"CGCS2000_3_Degree_GK_CM_{meridian}E", meridian, 0, 3);
        }
    }

    private static Crs Gauss(int epsg, string name, string otherName, int meridianDeg, int zone, double halfWidthDeg) =>
        Mercator(epsg, name, otherName, Cgcs2000, meridianDeg, 1, (zone * 1_000_000) + 500_000, 0, Strip(meridianDeg, halfWidthDeg, 3, 54.5)) with { NorthingMayBeFirst = true };

    private static Crs Mercator(int epsg, string name, string otherName, string datum, double meridianDeg, double scale, double eastingM, double northingM, CrsArea area) => new(
        epsg, name, otherName,
        Projected(datum, "Transverse_Mercator", ("latitude_of_origin", 0), ("central_meridian", meridianDeg), ("scale_factor", scale), ("false_easting", eastingM), ("false_northing", northingM)),
        false, area);

    private static CrsArea Strip(double meridianDeg, double halfWidthDeg, double southDeg, double northDeg) =>
        new(Math.Max(-180, meridianDeg - halfWidthDeg), southDeg, Math.Min(180, meridianDeg + halfWidthDeg), northDeg);

    /// <summary>Well-known text of a system of this datum (a GEOGCS up to its prime meridian).</summary>
    public static string Projected(string datum, string projection, params ReadOnlySpan<(string Name, double Value)> parameters)
    {
        var text = new System.Text.StringBuilder($"PROJCS[\"\",{datum}{Degrees},PROJECTION[\"{projection}\"]");
        foreach (var (name, value) in parameters) text.Append(CultureInfo.InvariantCulture, $",PARAMETER[\"{name}\",{value}]");
        return text.Append(",UNIT[\"metre\",1]]").ToString();
    }
}
