namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>What a machine recorded while it worked (TLG: a header in XML, records in binary).</summary>
/// <param name="RecordsInFile">As many as were begun in the file; more than <paramref name="Records"/> when it is damaged.</param>
public sealed record TimeLog(string Name, string TaskId, IReadOnlyList<LogColumn> Columns, IReadOnlyList<LogRecord> Records, int RecordsInFile);
