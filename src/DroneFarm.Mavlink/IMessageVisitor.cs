namespace DroneFarm.Mavlink;

/// <summary>Takes messages of all types; see <see cref="Messages.Dispatch"/>.</summary>
public interface IMessageVisitor
{
    void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>;
}
