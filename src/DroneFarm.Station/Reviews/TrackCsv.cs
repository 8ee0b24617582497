using System.Globalization;
using System.Text;
using DroneFarm.Core.Flights;

namespace DroneFarm.Station.Reviews;

/// <summary>The flown line as a table, one point a line, units in the column names.</summary>
public static class TrackCsv
{
    public static void Write(Stream csv, FlightLog log)
    {
        using var writer = new StreamWriter(csv, new UTF8Encoding(true), leaveOpen: true);
        writer.Write("time_utc,vehicle,sortie,latitude_deg,longitude_deg,height_m,speed_mps,flow_l_per_min\r\n");
        foreach (var p in log.Track)
        {
            var flow = p.FlowLPerMin?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{p.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ},{p.Vehicle},{p.SortieNumber},{p.Place.LatitudeDeg:0.00000000},{p.Place.LongitudeDeg:0.00000000},{p.HeightM:0.00},{p.SpeedMps:0.00},{flow}\r\n"));
        }
    }
}
