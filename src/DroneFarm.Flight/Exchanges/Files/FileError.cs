namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>Why a vehicle did not do what was asked about a file; the numbers are MAVFTP's.</summary>
public enum FileError
{
    None = 0,
    Fail = 1,
    FailErrno = 2,
    InvalidDataSize = 3,
    InvalidSession = 4,
    NoSessionsAvailable = 5,
    EndOfFile = 6,
    UnknownCommand = 7,
    FileExists = 8,
    FileProtected = 9,
    FileNotFound = 10,
}
