using System.Text.Json;

namespace DroneFarm.Mavlink.Sniffing;

/// <summary>One type of message from one component.</summary>
public sealed record MessageTraffic(byte SystemId, byte ComponentId, uint MessageId, string Name, long Count, double RateHz, DateTimeOffset Last)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("systemId", SystemId);
        json.WriteNumber("componentId", ComponentId);
        json.WriteNumber("messageId", MessageId);
        json.WriteString("name", Name);
        json.WriteNumber("count", Count);
        json.WriteNumber("rateHz", Math.Round(RateHz, 3));
        json.WriteString("last", Last);
        json.WriteEndObject();
    }
}
