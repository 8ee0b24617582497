using System.Buffers.Binary;
using System.Text;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>What we ask in MAVFTP.</summary>
/// <param name="Size">Of <paramref name="Data"/>, or how many bytes are wanted.</param>
internal readonly record struct FileQuestion(FileCode Code, byte Session, uint Offset, byte Size, byte[] Data)
{
    public const byte MostData = 239;
    private const int HeaderLength = 12;

    public static FileQuestion About(FileCode code, string path, uint offset = 0)
    {
        var name = Encoding.UTF8.GetBytes(path);
        return new(code, 0, offset, (byte)Math.Min(name.Length, MostData), name);
    }

    public FileTransferProtocol ToMessage(byte system, byte component, ushort seq)
    {
        var message = new FileTransferProtocol { TargetSystem = system, TargetComponent = component };
        Span<byte> payload = message.Payload;
        BinaryPrimitives.WriteUInt16LittleEndian(payload, seq);
        (payload[2], payload[3], payload[4]) = (Session, (byte)Code, Size);
        BinaryPrimitives.WriteUInt32LittleEndian(payload[8..], Offset);
        Data.AsSpan(0, Math.Min(Data.Length, MostData)).CopyTo(payload[HeaderLength..]);
        return message;
    }
}
