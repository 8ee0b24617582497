namespace DroneFarm.FirmwareSim.Autopilot.Files;

/// <summary>Operation and error codes of MAVFTP (https://mavlink.io/en/services/ftp.html).</summary>
internal static class FtpCode
{
    public const byte Terminate = 1, ResetSessions = 2, ListDirectory = 3, OpenReadOnly = 4, Read = 5, Create = 6, Write = 7,
        Remove = 8, MakeDirectory = 9, RemoveDirectory = 10, OpenWriteOnly = 11, Truncate = 12, Rename = 13, Crc32 = 14, BurstRead = 15;

    public const byte Ack = 128, Nak = 129;

    public const byte Fail = 1, InvalidDataSize = 3, InvalidSession = 4, EndOfFile = 6, UnknownCommand = 7, FileExists = 8, FileNotFound = 10;
}
