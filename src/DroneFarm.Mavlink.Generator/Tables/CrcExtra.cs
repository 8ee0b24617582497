namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>
/// A checksum of names and types, so that two ends with different definitions of a message do not misread each other.
/// Source: mavlink.io, "Message checksum, CRC_EXTRA calculation".
/// </summary>
public static class CrcExtra
{
    public static byte Of(Message message)
    {
        ushort crc = 0xFFFF;
        Add(message.Name + " ");
        foreach (var field in message.WireOrder.Where(f => !f.IsExtension))
        {
            Add($"{field.Type.Element} {field.Name} ");
            if (field.Type.IsArray) Add(((char)field.Type.Count).ToString());
        }

        return (byte)(crc ^ (crc >> 8));

        // CRC-16/MCRF4XX, a byte at a time.
        void Add(string text)
        {
            foreach (var c in text)
            {
                var x = (byte)(c ^ (byte)crc);
                x ^= (byte)(x << 4);
                crc = (ushort)((crc >> 8) ^ (x << 8) ^ (x << 3) ^ (x >> 4));
            }
        }
    }
}
