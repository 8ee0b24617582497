using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>What the vehicle has to say, as frames in the order they were said.</summary>
internal sealed class Outbox(byte systemId)
{
    private const byte Autopilot = 1;
    private const int TextLength = 50;

    private PacketSender sender = new(systemId, Autopilot);
    private List<byte[]> frames = [];
    private ushort textId;

    public void Send<T>(in T message)
        where T : struct, IMessage<T> => frames.Add(sender.Pack(message));

    /// <summary>Bytes that are no frame, such as the text at the start of a serial stream (point 31).</summary>
    public void SendRaw(byte[] bytes) => frames.Add(bytes);

    /// <summary>STATUSTEXT; a long one goes in chunks of 50 bytes that share an id.</summary>
    public void Say(MavSeverity severity, string text)
    {
        var id = text.Length > TextLength ? ++textId : (ushort)0;
        for (var chunk = 0; chunk * TextLength < text.Length; chunk++)
        {
            var part = text.Substring(chunk * TextLength, Math.Min(TextLength, text.Length - (chunk * TextLength)));
            Send(new Statustext { Severity = severity, Text = Text50.From(part), Id = id, ChunkSeq = (byte)chunk });
        }
    }

    public IReadOnlyList<byte[]> Take()
    {
        if (frames.Count == 0) return [];
        var taken = frames;
        frames = [];
        return taken;
    }

    /// <summary>The sequence starts anew; after a power cut what was not yet sent is lost, while a reboot on command is still acknowledged.</summary>
    public void Restart(bool unsaidIsLost)
    {
        if (unsaidIsLost) frames = [];
        sender = new PacketSender(systemId, Autopilot);
    }
}
