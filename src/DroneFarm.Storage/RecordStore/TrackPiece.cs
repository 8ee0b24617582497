using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.RecordStore;

/// <summary>A short stretch of one vehicle's line: a store finds these by place and time, and looks at single points only in those it found.</summary>
public sealed record TrackPiece(string JobId, VehicleId Vehicle, int SortieNumber, IReadOnlyList<TrackPoint> Points)
{
    /// <summary>Six seconds of flight at ten reports a second: thirty metres.</summary>
    private const int MostPoints = 64;

    private const int BytesPerPoint = 48;

    public DateTimeOffset From => Points[0].At;

    public DateTimeOffset To => Points[^1].At;

    public static IEnumerable<TrackPiece> Of(string jobId, IEnumerable<TrackPoint> track) =>
        from line in track.GroupBy(p => (p.Vehicle, p.SortieNumber))
        from piece in line.OrderBy(p => p.At).Chunk(MostPoints)
        select new TrackPiece(jobId, line.Key.Vehicle, line.Key.SortieNumber, piece);

    internal byte[] ToBytes()
    {
        using var bytes = new MemoryStream(Points.Count * BytesPerPoint);
        using var writer = new BinaryWriter(bytes);
        foreach (var p in Points)
        {
            writer.Write(p.At.UtcTicks);
            writer.Write(p.Place.LatitudeDeg);
            writer.Write(p.Place.LongitudeDeg);
            writer.Write(p.HeightM);
            writer.Write(p.SpeedMps);
            writer.Write(p.FlowLPerMin ?? double.NaN);
        }

        return bytes.ToArray();
    }

    internal static TrackPiece FromBytes(string jobId, VehicleId vehicle, int sortie, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var points = new TrackPoint[bytes.Length / BytesPerPoint];
        for (var i = 0; i < points.Length; i++)
        {
            var at = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var place = new GeoPoint(LatitudeDeg: reader.ReadDouble(), LongitudeDeg: reader.ReadDouble());
            var (heightM, speedMps, flow) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            points[i] = new TrackPoint(at, vehicle, sortie, place, heightM, speedMps, double.IsNaN(flow) ? null : flow);
        }

        return new TrackPiece(jobId, vehicle, sortie, points);
    }
}
