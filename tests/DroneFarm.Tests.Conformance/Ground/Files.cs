using System.Text;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>MAVFTP, one request and its answer at a time.</summary>
internal sealed class Files(GroundStation ground)
{
    public const byte Terminate = 1, List = 3, Open = 4, Read = 5, Create = 6, Write = 7, MakeFolder = 9, Ack = 128, Nak = 129, EndOfFile = 6;

    private ushort seq;

    public (byte Opcode, byte[] Data) Ask(byte opcode, uint offset, string path) => Ask(opcode, offset, Encoding.ASCII.GetBytes(path));

    public (byte Opcode, byte[] Data) Ask(byte opcode, uint offset, byte[] data)
    {
        byte[] payload = [(byte)seq, (byte)(seq >> 8), 0, opcode, (byte)data.Length, 0, 0, 0, .. BitConverter.GetBytes(offset), .. data];
        seq += 2;
        var message = new FileTransferProtocol { TargetSystem = 1, TargetComponent = 1 };
        for (var i = 0; i < payload.Length; i++) message.Payload[i] = payload[i];
        var mark = ground.Heard.Count;
        ground.Send(message);
        var answer = ground.Await<FileTransferProtocol>(mark, a => a.Payload[5] == opcode);
        var got = new byte[answer.Payload[4]];
        for (var i = 0; i < got.Length; i++) got[i] = answer.Payload[12 + i];
        return (answer.Payload[3], got);
    }

    /// <summary>The stated size, and what came until a refusal, with its error.</summary>
    public (int Stated, List<byte> Bytes, byte Error) ReadAll(string path)
    {
        var stated = BitConverter.ToInt32(Ask(Open, 0, path).Data);
        var bytes = new List<byte>();
        while (true)
        {
            var (opcode, data) = Ask(Read, (uint)bytes.Count, new byte[200]);
            if (opcode == Nak)
            {
                Ask(Terminate, 0, "");
                return (stated, bytes, data[0]);
            }

            bytes.AddRange(data);
        }
    }
}
