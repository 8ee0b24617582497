using DroneFarm.Core.Records;

namespace DroneFarm.Storage.RecordStore;

/// <summary>One link of a station's chain of records. It is never changed: what turns out wrong is corrected by a later entry that points to it.</summary>
/// <param name="Station">Who wrote it: two stations never share a name.</param>
/// <param name="Sequence">Counts from 1 for each station.</param>
/// <param name="Previous">Hash of the station's entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 of all the others, in hex.</param>
/// <param name="Body">The application as it was written, in JSON: what is hashed, to the byte.</param>
public sealed record StoredEntry(string Station, long Sequence, DateTimeOffset WrittenAt, string Previous, string Hash, string Body)
{
    /// <summary>What the body says.</summary>
    public FieldApplication Application => EntryJson.Read(Body);
}
