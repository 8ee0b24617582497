namespace DroneFarm.Mavlink.Dataflash;

/// <summary>How one type of record is built, as the log itself says.</summary>
/// <param name="Type">The byte behind the two magic ones.</param>
/// <param name="Length">Of a whole record with its 3 bytes of header.</param>
/// <param name="Name">Four letters at most, such as GPS.</param>
/// <param name="Letters">One letter a column; see <see cref="DataflashScanner"/>.</param>
/// <param name="Columns">Names of the columns.</param>
public sealed record DataflashFormat(byte Type, int Length, string Name, string Letters, IReadOnlyList<string> Columns);
