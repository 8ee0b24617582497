namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>Operations of MAVFTP (https://mavlink.io/en/services/ftp.html).</summary>
internal enum FileCode : byte
{
    Terminate = 1,
    ResetSessions = 2,
    ListDirectory = 3,
    OpenReadOnly = 4,
    Read = 5,
    Create = 6,
    Write = 7,
    Remove = 8,
    Crc32 = 14,
    BurstRead = 15,
    Ack = 128,
    Nak = 129,
}
