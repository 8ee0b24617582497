using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of a <see cref="MessageRequest{T}"/>.</summary>
/// <param name="Message">Of meaning only when accepted.</param>
public readonly record struct MessageAnswer<T>(CommandOutcome Outcome, T Message)
    where T : struct, IMessage<T>
{
    public bool Came => Outcome == CommandOutcome.Accepted;
}
