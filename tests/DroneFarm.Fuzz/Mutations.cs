using DroneFarm.Mavlink.Checksums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Fuzz;

/// <summary>Makes inputs from inputs: small changes, and now and then a checksum put right, without which hardly any change would reach the messages.</summary>
internal sealed class Mutations(Random random)
{
    private const int MaxLength = 2048;

    public byte[] Make(IReadOnlyList<byte[]> corpus)
    {
        List<byte> bytes = [.. corpus[random.Next(corpus.Count)]];
        for (var changes = random.Next(1, 6); changes > 0; changes--) Change(bytes, corpus);
        if (bytes.Count > MaxLength) bytes.RemoveRange(MaxLength, bytes.Count - MaxLength);
        byte[] input = [.. bytes];
        if (random.Next(3) > 0) RepairChecksums(input);
        return input;
    }

    private void Change(List<byte> bytes, IReadOnlyList<byte[]> corpus)
    {
        var at = random.Next(bytes.Count + 1);
        var kind = bytes.Count == at ? random.Next(4, 8) : random.Next(8);
        switch (kind)
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes[at] += (byte)random.Next(-16, 17); break;
            case 3: bytes.RemoveRange(at, random.Next(Math.Min(32, bytes.Count - at)) + 1); break;
            case 4: bytes.InsertRange(at, new byte[random.Next(32)]); break;
            case 5: bytes.Insert(at, random.Next(3) switch { 0 => 0xFD, 1 => 0xFE, _ => 0xA3 }); break;
            case 6: bytes.InsertRange(at, corpus[random.Next(corpus.Count)]); break;
            default: bytes.InsertRange(at, Header()); break;
        }
    }

    /// <summary>The head of a frame of any message and an empty payload.</summary>
    private byte[] Header()
    {
        var id = MessageCatalog.Ids[random.Next(MessageCatalog.Ids.Count)];
        var length = (byte)random.Next(256);
        return [0xFD, length, (byte)random.Next(2), 0, 0, 1, 1, (byte)id, (byte)(id >> 8), (byte)(id >> 16), .. new byte[length + 15]];
    }

    private static void RepairChecksums(byte[] input)
    {
        for (var at = 0; at + 12 <= input.Length; at++)
        {
            var header = input[at] switch { 0xFD => 10, 0xFE => 6, _ => 0 };
            if (header == 0) continue;
            var id = header == 6 ? input[at + 5] : (uint)(input[at + 7] | (input[at + 8] << 8) | (input[at + 9] << 16));
            var crcAt = at + header + input[at + 1];
            if (!MessageCatalog.Find(id).IsKnown || crcAt + 2 > input.Length) continue;
            BitConverter.TryWriteBytes(input.AsSpan(crcAt), CrcTables.Next(CrcTables.Of(ushort.MaxValue, input.AsSpan(at + 1, crcAt - at - 1)), MessageCatalog.Find(id).CrcExtra));
            at = crcAt + 1;
        }
    }
}
