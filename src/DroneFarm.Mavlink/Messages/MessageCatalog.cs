namespace DroneFarm.Mavlink.Messages;

/// <summary>All messages of the dialect, for those who meet ids at run time.</summary>
public static class MessageCatalog
{
    public static IReadOnlyList<uint> Ids { get; } = MessageTable.Ids;

    public static MessageInfo Find(uint id) => MessageTable.Find(id);

    /// <summary>The standard name, or the number of a message this dialect does not have.</summary>
    public static string NameOf(uint id) => MessageTable.NameOf(id) ?? $"#{id}";
}
