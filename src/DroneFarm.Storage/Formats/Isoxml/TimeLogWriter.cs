using System.Xml.Linq;
using DroneFarm.Core.Flights;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>Writes a flown line as a time log: place, height and receiver's time of each point, and what came out there. Source: ISO 11783-10, TimeLog (TLG); ISO 11783-11 for the columns.</summary>
internal static class TimeLogWriter
{
    /// <summary>Actual volume per area (0.01 mm³/m²), actual volume per time (mm³/s), actual working width (mm), actual work state (0 or 1).</summary>
    public static readonly (int Ddi, string Name)[] Columns =
        [(0x0002, "Actual Volume Per Area"), (0x0025, "Actual Volume Per Time"), (0x0043, "Actual Working Width"), (0x008D, "Actual Work State")];

    private static readonly DateTime FirstDay = new(1980, 1, 1);

    public static XElement Header(string deviceElement) => new(
        "TIM", new XAttribute("A", ""), new XAttribute("D", "4"),
        new XElement("PTN", ((string[])["A", "B", "C", "D", "H", "I"]).Select(a => new XAttribute(a, ""))),
        Columns.Select(c => new XElement("DLV", new XAttribute("A", $"{c.Ddi:X4}"), new XAttribute("B", ""), new XAttribute("C", deviceElement))));

    public static byte[] Records(TaskRecord task)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        foreach (var point in task.Log.Track) Write(writer, point, task.SwathWidthM);
        return memory.ToArray();
    }

    private static void Write(BinaryWriter writer, TrackPoint point, double widthM)
    {
        Moment(writer, point.At);
        writer.Write((int)Math.Round(point.Place.LatitudeDeg * 1e7));
        writer.Write((int)Math.Round(point.Place.LongitudeDeg * 1e7));
        writer.Write((int)Math.Round(point.HeightM * 1000));
        writer.Write((byte)1);
        Moment(writer, point.At);
        // What is not known is not written.
        if (point.FlowLPerMin is not { } flow)
        {
            writer.Write((byte)0);
            return;
        }

        var rateLPerHa = point.SpeedMps > 0.1 && widthM > 0 ? flow / (widthM * point.SpeedMps * 0.006) : 0;
        int[] values = [(int)Math.Clamp(Math.Round(rateLPerHa * 10_000), 0, int.MaxValue), (int)Math.Round(flow * 1e6 / 60), (int)Math.Round(widthM * 1000), flow > 0 ? 1 : 0];
        writer.Write((byte)values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            writer.Write((byte)i);
            writer.Write(values[i]);
        }
    }

    private static void Moment(BinaryWriter writer, DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        writer.Write((uint)Math.Round((utc - utc.Date).TotalMilliseconds));
        writer.Write((ushort)(utc.Date - FirstDay).Days);
    }
}
