using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>Looks whether the numbers of a file can be longitude and latitude at all, in that order.</summary>
internal static class DegreeCheck
{
    /// <summary>The error that keeps the file from being used; null when all is plausible.</summary>
    public static Finding? FaultOf(GeoFile file)
    {
        var box = new Box();
        foreach (var feature in file.Features)
        {
            foreach (var point in feature.Shape.Points)
            {
                if (!point.IsValid) return OutOfRange(feature, point);
                box.Add(point);
            }
        }

        return box.LooksSwapped ? Finding.Error("file.swapped-likely", file.Input.Name, Degrees(box.MinLat), Degrees(box.MaxLat), Degrees(box.MinLon), Degrees(box.MaxLon)) : null;
    }

    /// <summary>Swapped back, would it be a place? Then it is swapped; otherwise the numbers are metres of some projection.</summary>
    private static Finding OutOfRange(GeoFeature feature, GeoPoint point)
    {
        var swapped = new GeoPoint(LatitudeDeg: point.LongitudeDeg, LongitudeDeg: point.LatitudeDeg);
        var code = swapped.IsValid ? "file.swapped" : "file.projected";
        return Finding.Error(
            code, feature.From.Name, feature.Line, feature.Index.ToString(CultureInfo.InvariantCulture), Degrees(point.LongitudeDeg), Degrees(point.LatitudeDeg));
    }

    private static string Degrees(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed class Box
    {
        public double MinLat { get; private set; } = double.PositiveInfinity;

        public double MaxLat { get; private set; } = double.NegativeInfinity;

        public double MinLon { get; private set; } = double.PositiveInfinity;

        public double MaxLon { get; private set; } = double.NegativeInfinity;

        /// <summary>
        /// Both in range either way round, so only plausibility is left: "latitudes" of 73 to 90 degrees with "longitudes" of 18 to 54
        /// are ice and open sea, while the same numbers swapped are western China, where latitudes up to 54 meet longitudes from 73 on.
        /// </summary>
        public bool LooksSwapped => MinLat is >= 73 and <= 90 && MinLon >= 18 && MaxLon <= 54;

        public void Add(GeoPoint point)
        {
            MinLat = Math.Min(MinLat, point.LatitudeDeg);
            MaxLat = Math.Max(MaxLat, point.LatitudeDeg);
            MinLon = Math.Min(MinLon, point.LongitudeDeg);
            MaxLon = Math.Max(MaxLon, point.LongitudeDeg);
        }
    }
}
