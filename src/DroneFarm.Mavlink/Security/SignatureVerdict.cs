namespace DroneFarm.Mavlink.Security;

/// <summary>What a frame's signature says about it.</summary>
public enum SignatureVerdict
{
    Valid,
    NotSigned,

    /// <summary>Made with another key, or the frame was changed.</summary>
    WrongKey,

    /// <summary>Not newer than the last frame of the same sender on the same link.</summary>
    Replayed,

    /// <summary>The first frame of a sender, more than a minute behind our time.</summary>
    TooOld,
}
