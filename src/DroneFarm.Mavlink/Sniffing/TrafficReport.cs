using System.Text.Json;

namespace DroneFarm.Mavlink.Sniffing;

/// <summary>The traffic of a link at a moment.</summary>
public sealed record TrafficReport(ParserCounts Counts, IReadOnlyList<SenderTraffic> Senders, IReadOnlyList<MessageTraffic> Messages)
{
    /// <summary>
    /// One line of JSON: <c>{"good":…,"badCrc":…,"unknownId":…,"junkBytes":…,"senders":[…],"messages":[…]}</c>, see <see cref="SenderTraffic"/>
    /// and <see cref="MessageTraffic"/>.
    /// </summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) Write(json);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("good", Counts.Good);
        json.WriteNumber("badCrc", Counts.BadCrc);
        json.WriteNumber("unknownId", Counts.UnknownId);
        json.WriteNumber("junkBytes", Counts.JunkBytes);
        json.WriteStartArray("senders");
        foreach (var sender in Senders) sender.Write(json);
        json.WriteEndArray();
        json.WriteStartArray("messages");
        foreach (var message in Messages) message.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
