using System.Buffers.Binary;
using System.Text;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.FirmwareSim.Autopilot.Files;

/// <summary>
/// Files that are made when they are opened. param.pck: magic 0x671b, count and total as u16, then for each parameter type
/// (low nibble; 1 int8, 2 int16, 3 int32, 4 float) and flags, a byte with the length of the prefix shared with the name before
/// (low nibble) and of the rest less one (high nibble), the rest, the value. (ArduPilot docs, "packed parameters".)
/// mission.dat: magic 0x763d, type u16, options u16, first u16, count u16, then items of 38 bytes as in MISSION_ITEM_INT.
/// </summary>
internal static class VirtualFiles
{
    private const ushort ParameterMagic = 0x671B, MissionMagic = 0x763D;
    private const int MissionItemLength = 38;

    public static byte[] Parameters(ParameterTable table)
    {
        using var stream = new MemoryStream();
        WriteUInt16(stream, ParameterMagic);
        WriteUInt16(stream, (ushort)table.Listed.Count);
        WriteUInt16(stream, (ushort)table.Listed.Count);
        var before = "";
        foreach (var parameter in table.Listed)
        {
            var shared = 0;
            while (shared < 15 && shared < before.Length && shared < parameter.Called.Length - 1 && before[shared] == parameter.Called[shared]) shared++;
            var rest = Encoding.ASCII.GetBytes(parameter.Called[shared..]);
            var value = Value(parameter);
            stream.WriteByte(parameter.Type switch { ParameterType.Int8 => 1, ParameterType.Int16 => 2, ParameterType.Int32 => 3, _ => 4 });
            stream.WriteByte((byte)(shared | ((rest.Length - 1) << 4)));
            stream.Write(rest);
            stream.Write(value);
            before = parameter.Called;
        }

        return stream.ToArray();
    }

    public static byte[] Mission(MissionStore store)
    {
        var bytes = new byte[10 + (store.Count * MissionItemLength)];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(span, MissionMagic);
        BinaryPrimitives.WriteUInt16LittleEndian(span[8..], (ushort)store.Count);
        for (var i = 0; i < store.Count; i++) WriteItem(span.Slice(10 + (i * MissionItemLength), MissionItemLength), (ushort)i, store[i]);
        return bytes;
    }

    private static void WriteItem(Span<byte> at, ushort seq, in StoredItem item)
    {
        BinaryPrimitives.WriteSingleLittleEndian(at, item.Param1);
        BinaryPrimitives.WriteSingleLittleEndian(at[4..], item.Param2);
        BinaryPrimitives.WriteSingleLittleEndian(at[8..], item.Param3);
        BinaryPrimitives.WriteSingleLittleEndian(at[12..], item.Param4);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], item.LatE7);
        BinaryPrimitives.WriteInt32LittleEndian(at[20..], item.LonE7);
        BinaryPrimitives.WriteSingleLittleEndian(at[24..], item.AltM);
        BinaryPrimitives.WriteUInt16LittleEndian(at[28..], seq);
        BinaryPrimitives.WriteUInt16LittleEndian(at[30..], (ushort)item.Command);
        at[34] = (byte)item.Frame;
        at[36] = 1;
    }

    private static byte[] Value(Parameter parameter)
    {
        var bytes = new byte[4];
        switch (parameter.Type)
        {
            case ParameterType.Int8: return [(byte)(sbyte)parameter.Told];
            case ParameterType.Int16:
                BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)parameter.Told);
                return bytes[..2];
            case ParameterType.Int32:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)parameter.Told);
                return bytes;
            default:
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)parameter.Told);
                return bytes;
        }
    }

    private static void WriteUInt16(MemoryStream stream, ushort value)
    {
        stream.WriteByte((byte)value);
        stream.WriteByte((byte)(value >> 8));
    }
}
