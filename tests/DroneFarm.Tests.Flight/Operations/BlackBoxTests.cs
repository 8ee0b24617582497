using System.Buffers.Binary;
using System.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.BlackBoxes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class BlackBoxTests
{
    [Fact]
    public void A_place_has_the_output_written_right_after_it_not_the_one_before()
    {
        // Ten times a second a place, then the outputs; the pump goes off at 0.2 s.
        List<byte> log = [.. Format(10, 31, "POS", "QLLfff", "TimeUS,Lat,Lng,Alt,RelHomeAlt,RelOriginAlt"), .. Format(11, 15, "RCOU", "QHH", "TimeUS,C1,C9")];
        foreach (var (tenth, pulseUs) in new[] { 1500, 1500, 1000, 1000 }.Index())
        {
            log.AddRange(Record(10, tenth, 20, _ => { }));
            log.AddRange(Record(11, tenth, 4, body => BinaryPrimitives.WriteUInt16LittleEndian(body[2..], (ushort)pulseUs)));
        }

        BlackBox.Read([.. log], new PumpCalibration(4)).Select(p => p.FlowLPerMin).ShouldBe([2, 2, 0, 0]);
    }

    private delegate void Fill(Span<byte> body);

    private static byte[] Record(byte type, int tenth, int length, Fill fill)
    {
        var record = new byte[3 + 8 + length];
        (record[0], record[1], record[2]) = (0xA3, 0x95, type);
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(3), (ulong)tenth * 100_000);
        fill(record.AsSpan(11));
        return record;
    }

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
