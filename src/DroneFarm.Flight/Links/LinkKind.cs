namespace DroneFarm.Flight.Links;

/// <summary>What carries the bytes of a link.</summary>
public enum LinkKind
{
    /// <summary>Waits on a UDP port and answers to whoever sent last.</summary>
    UdpListen,

    /// <summary>Sends to a UDP address and hears what it answers.</summary>
    UdpConnect,

    /// <summary>Connects to a TCP server.</summary>
    Tcp,

    /// <summary>A radio or cable on a serial port.</summary>
    Serial,

    /// <summary>Plays a recorded tlog; what is sent goes nowhere.</summary>
    Replay,
}
