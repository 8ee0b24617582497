using System.Buffers.Binary;
using System.Text;

namespace DroneFarm.FirmwareSim.Autopilot.Logs;

/// <summary>
/// The on-board log as ArduCopter writes it while armed, with the two records a flown and sprayed line needs: POS (where) and RCOU (outputs), ten times a
/// second each. A log begins with arming; a power cut leaves what was written.
/// </summary>
internal sealed class FlightLogger(Copter copter)
{
    private const double EveryS = 0.1;
    private const byte PosType = 10, RcouType = 11;
    private const int Outputs = 14;

    private double nextS;
    private bool open;

    public void Step(double nowS)
    {
        if (copter.Armed != open)
        {
            open = copter.Armed;
            copter.Memory.CloseLog();
            if (open) copter.Memory.OpenLog.AddRange([.. Format(PosType, 31, "POS", "QLLfff", "TimeUS,Lat,Lng,Alt,RelHomeAlt,RelOriginAlt"), .. Format(RcouType, 39, "RCOU", "QHHHHHHHHHHHHHH", Channels())]);
            nextS = nowS;
        }

        if (!open || nowS < nextS) return;
        nextS += EveryS;
        var place = copter.Geography.GeoOf(copter.Airframe.Place);
        Write(PosType, nowS, body =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(body, (int)Math.Round(place.LatitudeDeg * 1e7));
            BinaryPrimitives.WriteInt32LittleEndian(body[4..], (int)Math.Round(place.LongitudeDeg * 1e7));
            BinaryPrimitives.WriteSingleLittleEndian(body[12..], (float)copter.HeightM);
        }, 20);
        Write(RcouType, nowS, body =>
        {
            for (var channel = 1; channel <= Outputs; channel++) BinaryPrimitives.WriteUInt16LittleEndian(body[(2 * (channel - 1))..], copter.Servos.PulseUs(channel, copter.Armed, 0));
        }, 2 * Outputs);
    }

    private delegate void Fill(Span<byte> body);

    private void Write(byte type, double nowS, Fill fill, int length)
    {
        var record = new byte[3 + 8 + length];
        (record[0], record[1], record[2]) = (0xA3, 0x95, type);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(3), (ulong)(nowS * 1e6));
        fill(record.AsSpan(11));
        copter.Memory.OpenLog.AddRange(record);
    }

    private static string Channels() => "TimeUS," + string.Join(',', Enumerable.Range(1, Outputs).Select(c => $"C{c}"));

    private static byte[] Format(byte type, byte length, string name, string letters, string columns)
    {
        var record = new byte[89];
        (record[0], record[1], record[2], record[3], record[4]) = (0xA3, 0x95, 128, type, length);
        Encoding.ASCII.GetBytes(name).CopyTo(record, 5);
        Encoding.ASCII.GetBytes(letters).CopyTo(record, 9);
        Encoding.ASCII.GetBytes(columns).CopyTo(record, 25);
        return record;
    }
}
