using System.Text.Json;

namespace DroneFarm.Mavlink.Sniffing;

/// <summary>What came from one component, and what seems missing.</summary>
public sealed record SenderTraffic(byte SystemId, byte ComponentId, Loss Loss)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("systemId", SystemId);
        json.WriteNumber("componentId", ComponentId);
        json.WriteNumber("received", Loss.Received);
        json.WriteNumber("lost", Loss.Lost);
        json.WriteNumber("lossShare", Math.Round(Loss.Share, 6));
        json.WriteEndObject();
    }
}
