using System.Buffers.Binary;
using System.Text;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>
/// Reads ArduPilot's <c>@PARAM/param.pck</c>: magic 0x671B, how many follow and how many there are as u16, then for each the type (low nibble; 1 int8, 2 int16,
/// 3 int32, 4 float) and flags (high; 1: its default follows the value), a byte with the length of the prefix shared with the name before (low nibble) and of
/// the rest less one (high), the rest, the value. Zero bytes between are padding. (ardupilot.org/dev, "Parameter download with MAVFTP".)
/// </summary>
public static class PackedParameters
{
    private const ushort Magic = 0x671B, MagicWithDefaults = 0x671C;
    private const int HeaderLength = 6;
    private const int HasDefault = 1;

    /// <summary>Null when the bytes are cut short, damaged, or of another kind.</summary>
    public static IReadOnlyList<ParameterValue>? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt16LittleEndian(file) is not (Magic or MagicWithDefaults)) return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[2..]);
        var values = new List<ParameterValue>(count);
        var name = "";
        var rest = file[HeaderLength..];
        while (values.Count < count)
        {
            rest = rest.TrimStart((byte)0);
            if (rest.Length < 2) return null;
            var (type, flags) = (rest[0] & 15, rest[0] >> 4);
            var (shared, own) = (rest[1] & 15, (rest[1] >> 4) + 1);
            if (SizeOf(type) is not { } size || shared > name.Length) return null;
            var needs = 2 + own + (size * ((flags & HasDefault) != 0 ? 2 : 1));
            if (rest.Length < needs) return null;
            name = name[..shared] + Encoding.ASCII.GetString(rest.Slice(2, own));
            values.Add(Value(name, type, rest.Slice(2 + own, size)));
            rest = rest[needs..];
        }

        return values;
    }

    private static int? SizeOf(int type) => type switch { 1 => 1, 2 => 2, 3 or 4 => 4, _ => null };

    private static ParameterValue Value(string name, int type, ReadOnlySpan<byte> at) => type switch
    {
        1 => new(name, (sbyte)at[0], MavParamType.Int8),
        2 => new(name, BinaryPrimitives.ReadInt16LittleEndian(at), MavParamType.Int16),
        3 => new(name, BinaryPrimitives.ReadInt32LittleEndian(at), MavParamType.Int32),
        _ => new(name, BinaryPrimitives.ReadSingleLittleEndian(at), MavParamType.Real32),
    };
}
