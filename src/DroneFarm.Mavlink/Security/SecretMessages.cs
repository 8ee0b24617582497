using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Mavlink.Security;

/// <summary>Messages that carry a secret. Forwarders and log writers ask before they pass a frame on.</summary>
public static class SecretMessages
{
    /// <summary>False for SETUP_SIGNING: whoever reads it can sign. Source: mavlink.io, "Message signing, Secret key management".</summary>
    public static bool MayLeave(uint messageId) => messageId != MessageIds.SetupSigning;
}
