using System.Buffers.Binary;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>A vehicle's answer in MAVFTP. Payload: seq u16, session, opcode, size, req_opcode, burst_complete, pad, offset u32, data.</summary>
internal readonly record struct FileAnswer(ushort Seq, byte Session, FileCode To, FileError Error, bool EndsBurst, uint Offset, byte[] Data)
{
    private const int HeaderLength = 12;

    public static FileAnswer Of(in FileTransferProtocol message)
    {
        ReadOnlySpan<byte> payload = message.Payload;
        var size = Math.Min(payload[4], FileQuestion.MostData);
        var data = payload.Slice(HeaderLength, size).ToArray();
        var nak = (FileCode)payload[3] == FileCode.Nak;
        var error = !nak ? FileError.None : data.Length > 0 && data[0] != 0 ? (FileError)data[0] : FileError.Fail;
        return new(BinaryPrimitives.ReadUInt16LittleEndian(payload), payload[2], (FileCode)payload[5], error, payload[6] != 0, BinaryPrimitives.ReadUInt32LittleEndian(payload[8..]), data);
    }
}
