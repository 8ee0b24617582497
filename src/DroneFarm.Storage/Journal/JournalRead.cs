using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Journal;

/// <summary>What came of reading a journal.</summary>
/// <param name="Header">Null when not even the first record is good.</param>
/// <param name="Log">What was flown up to the last good record; null without a header.</param>
public sealed record JournalRead(JournalHeader? Header, FlightLog? Log, IReadOnlyList<Weather> Weather, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of the last good record: it stands for all before it.</summary>
    public string LastHash => Chain.Last;

    /// <summary>Bytes of the file up to the end of the last good record.</summary>
    internal long GoodBytes { get; init; }

    /// <summary>The chain as it stands after the last good record.</summary>
    internal HashChain Chain { get; init; } = new();
}
