using System.Runtime.CompilerServices;

namespace DroneFarm.Mavlink.Messages;

/// <summary>Facts by message id; the tables themselves are generated.</summary>
internal static partial class MessageTable
{
    /// <summary>An unknown id gives the entry of an empty page, whose <see cref="MessageInfo.IsKnown"/> is false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MessageInfo Find(uint id)
    {
        var page = id >> 8 < Pages.Length ? Pages[(int)(id >> 8)] : 0;
        return new MessageInfo(Facts[(page << 8) | (byte)id]);
    }
}
