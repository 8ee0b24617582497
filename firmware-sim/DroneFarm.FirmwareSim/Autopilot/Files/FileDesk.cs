using System.Buffers.Binary;
using System.Text;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Files;

/// <summary>
/// MAVFTP with one session (point 38): the sizes given for @PARAM/param.pck and @MISSION/mission.dat are upper bounds, the
/// end is a NAK with error 6; @SYS can be listed, @MISSION cannot; making a directory that exists is a NAK.
/// Payload: seq u16, session, opcode, size, req_opcode, burst_complete, pad, offset u32, data.
/// </summary>
internal sealed class FileDesk(Copter copter)
{
    private const int HeaderLength = 12, MostData = 239;

    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase) { "/APM", "/APM/SCRIPTS", "/APM/LOGS", "@SYS" };
    private byte[]? reading;
    private string? writing;

    private Dictionary<string, byte[]> Files => copter.Memory.Files;

    public void On(Peer from, in FileTransferProtocol message)
    {
        Span<byte> request = stackalloc byte[HeaderLength + MostData];
        for (var i = 0; i < request.Length; i++) request[i] = message.Payload[i];
        var seq = BinaryPrimitives.ReadUInt16LittleEndian(request);
        byte opcode = request[3], size = Math.Min(request[4], (byte)MostData);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(request[8..]);
        var data = request.Slice(HeaderLength, size);
        if (opcode == FtpCode.BurstRead)
        {
            Burst(from, seq, offset, size == 0 ? MostData : size);
            return;
        }

        var (error, answer) = Carry(opcode, offset, size, data);
        Answer(from, (ushort)(seq + 1), opcode, error, answer, offset, last: true);
    }

    private (byte Error, byte[] Answer) Carry(byte opcode, uint offset, byte size, ReadOnlySpan<byte> data)
    {
        switch (opcode)
        {
            case FtpCode.Terminate or FtpCode.ResetSessions:
                (reading, writing) = (null, null);
                return (0, []);
            case FtpCode.ListDirectory: return List(PathOf(data), (int)offset);
            case FtpCode.OpenReadOnly: return Open(PathOf(data));
            case FtpCode.Read: return ReadPart(offset, size);
            case FtpCode.Create or FtpCode.OpenWriteOnly:
                writing = PathOf(data);
                if (opcode == FtpCode.Create || !Files.ContainsKey(writing)) Files[writing] = [];
                return (0, []);
            case FtpCode.Write: return WritePart((int)offset, data);
            case FtpCode.Remove: return Files.Remove(PathOf(data)) ? ((byte)0, []) : (FtpCode.FileNotFound, []);
            case FtpCode.MakeDirectory: return folders.Add(PathOf(data)) ? ((byte)0, []) : (FtpCode.FileExists, []);
            case FtpCode.Crc32: return Files.TryGetValue(PathOf(data), out var file) ? ((byte)0, Crc(file)) : (FtpCode.FileNotFound, []);
            default: return (FtpCode.UnknownCommand, []);
        }
    }

    private (byte, byte[]) Open(string path)
    {
        int statedSize;
        if (path.StartsWith("@PARAM/param.pck", StringComparison.Ordinal))
        {
            reading = VirtualFiles.Parameters(copter.Parameters);
            statedSize = copter.Parameters.Listed.Count * 12;
        }
        else if (path.StartsWith("@MISSION/mission.dat", StringComparison.Ordinal))
        {
            reading = VirtualFiles.Mission(copter.Mission);
            statedSize = 1 << 20;
        }
        else if (Files.TryGetValue(path, out var file))
        {
            reading = file;
            statedSize = file.Length;
        }
        else
        {
            return (FtpCode.FileNotFound, []);
        }

        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, statedSize);
        return (0, size);
    }

    private (byte, byte[]) ReadPart(uint offset, byte size)
    {
        if (reading is null) return (FtpCode.InvalidSession, []);
        if (offset >= reading.Length) return (FtpCode.EndOfFile, []);
        return (0, reading.AsSpan((int)offset, Math.Min(size == 0 ? MostData : size, reading.Length - (int)offset)).ToArray());
    }

    private (byte, byte[]) WritePart(int offset, ReadOnlySpan<byte> data)
    {
        if (writing is null || !Files.TryGetValue(writing, out var file)) return (FtpCode.InvalidSession, []);
        if (file.Length < offset + data.Length) Array.Resize(ref file, offset + data.Length);
        data.CopyTo(file.AsSpan(offset));
        Files[writing] = file;
        return (0, []);
    }

    private (byte, byte[]) List(string path, int skip)
    {
        if (path.StartsWith("@MISSION", StringComparison.Ordinal)) return (FtpCode.Fail, []);
        string[] names = path.StartsWith("@SYS", StringComparison.Ordinal)
            ? ["Fthreads.txt\t0", "Ftasks.txt\t0", "Fmemory.txt\t0"]
            : Files.Where(f => Path.GetDirectoryName(f.Key)?.Replace('\\', '/').Equals(path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) == true)
                .Select(f => $"F{Path.GetFileName(f.Key)}\t{f.Value.Length}").ToArray();
        var left = names.Skip(skip).ToArray();
        return left.Length == 0 ? (FtpCode.EndOfFile, Array.Empty<byte>()) : ((byte)0, Encoding.UTF8.GetBytes(string.Join('\0', left.Take(4)) + "\0"));
    }

    /// <summary>Ten parts at a stroke; the last says that it is.</summary>
    private void Burst(Peer from, ushort seq, uint offset, int size)
    {
        const int most = 10;
        for (var i = 1; i <= most; i++)
        {
            var (error, part) = ReadPart(offset, (byte)size);
            Answer(from, (ushort)(seq + i), FtpCode.BurstRead, error, part, offset, last: error != 0 || i == most);
            if (error != 0) return;
            offset += (uint)part.Length;
        }
    }

    private void Answer(Peer to, ushort seq, byte opcode, byte error, ReadOnlySpan<byte> data, uint offset, bool last)
    {
        var message = new FileTransferProtocol { TargetSystem = to.System, TargetComponent = to.Component };
        Span<byte> head = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteUInt16LittleEndian(head, seq);
        head[3] = error == 0 ? FtpCode.Ack : FtpCode.Nak;
        head[4] = error == 0 ? (byte)data.Length : (byte)1;
        head[5] = opcode;
        head[6] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], offset);
        for (var i = 0; i < HeaderLength; i++) message.Payload[i] = head[i];
        if (error != 0) message.Payload[HeaderLength] = error;
        else for (var i = 0; i < data.Length; i++) message.Payload[HeaderLength + i] = data[i];
        copter.Outbox.Send(message);
    }

    private static byte[] Crc(byte[] file)
    {
        var crc = 0u;
        foreach (var b in file)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, crc);
        return bytes;
    }

    private static string PathOf(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOf((byte)0);
        var path = Encoding.UTF8.GetString(end < 0 ? data : data[..end]);
        // A path without a folder of its own lies in the vehicle's root, where "scripts" stands for /APM/scripts.
        if (path.StartsWith('@') || path.StartsWith("/APM", StringComparison.Ordinal)) return path;
        return "/APM/" + path.TrimStart('/');
    }
}
