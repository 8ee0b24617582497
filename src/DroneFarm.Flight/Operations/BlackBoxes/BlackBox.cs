using System.Buffers.Binary;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Resuming;
using DroneFarm.Mavlink.Dataflash;

namespace DroneFarm.Flight.Operations.BlackBoxes;

/// <summary>Reads the flown and sprayed line out of an on-board log (.BIN): POS for the place, RCOU for the pump's output, as ArduCopter 4.6 writes them.</summary>
public static class BlackBox
{
    private static readonly TimeSpan OutputIsNear = TimeSpan.FromSeconds(0.5);

    public static IReadOnlyList<LoggedPoint> Read(ReadOnlySpan<byte> log, PumpCalibration pump)
    {
        var places = new List<LoggedPoint>();
        var outputs = new List<(TimeSpan At, int PulseUs)>();
        var scanner = new DataflashScanner(log);
        while (scanner.TryNext(out var record))
        {
            if (record.Format.Name == "RCOU" && Column(record, $"C{pump.Channel}") is { } at) outputs.Add((Clock(record), BinaryPrimitives.ReadUInt16LittleEndian(record.Body[at..])));
            if (record.Format.Name != "POS" || Column(record, "Lat") is not { } lat || Column(record, "Lng") is not { } lng || Column(record, "RelHomeAlt") is not { } height) continue;
            places.Add(new LoggedPoint(
                Clock(record),
                new GeoPoint(LatitudeDeg: BinaryPrimitives.ReadInt32LittleEndian(record.Body[lat..]) / 1e7, LongitudeDeg: BinaryPrimitives.ReadInt32LittleEndian(record.Body[lng..]) / 1e7),
                BinaryPrimitives.ReadSingleLittleEndian(record.Body[height..]),
                null));
        }

        return WithFlow(places, outputs, pump);
    }

    /// <summary>With the output that is nearest in time, be it written before the place or after: a place with the output before it would be sprayed a tenth of a second too long.</summary>
    private static List<LoggedPoint> WithFlow(List<LoggedPoint> places, List<(TimeSpan At, int PulseUs)> outputs, PumpCalibration pump)
    {
        var next = 0;
        return places.ConvertAll(place =>
        {
            while (next + 1 < outputs.Count && (outputs[next + 1].At - place.Clock).Duration() <= (outputs[next].At - place.Clock).Duration()) next++;
            return next < outputs.Count && (outputs[next].At - place.Clock).Duration() <= OutputIsNear ? place with { FlowLPerMin = pump.FlowLPerMin(outputs[next].PulseUs) } : place;
        });
    }

    /// <summary>The first column of every record.</summary>
    private static TimeSpan Clock(in DataflashRecord record) => TimeSpan.FromMicroseconds(BinaryPrimitives.ReadUInt64LittleEndian(record.Body));

    /// <summary>Where a column begins in the body; null when the record has none of that name, or is built of letters we do not know.</summary>
    private static int? Column(in DataflashRecord record, string name)
    {
        var at = 0;
        for (var i = 0; i < record.Format.Columns.Count && i < record.Format.Letters.Length; i++)
        {
            if (record.Format.Columns[i] == name) return at;
            if (Length(record.Format.Letters[i]) is not { } length) return null;
            at += length;
        }

        return null;
    }

    private static int? Length(char letter) => letter switch
    {
        'b' or 'B' or 'M' => 1,
        'h' or 'H' or 'c' or 'C' => 2,
        'i' or 'I' or 'f' or 'e' or 'E' or 'L' or 'n' => 4,
        'q' or 'Q' or 'd' => 8,
        'N' => 16,
        'Z' or 'a' => 64,
        _ => null,
    };
}
