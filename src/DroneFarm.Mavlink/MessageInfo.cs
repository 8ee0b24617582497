namespace DroneFarm.Mavlink;

/// <summary>What the framing needs to know of a message, packed into 32 bits.</summary>
public readonly record struct MessageInfo(uint Packed)
{
    public bool IsKnown => Packed != 0;

    public byte CrcExtra => (byte)Packed;

    public byte MinLength => (byte)(Packed >> 8);

    public byte MaxLength => (byte)(Packed >> 16);
}
