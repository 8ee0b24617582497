namespace DroneFarm.Flight.Links;

/// <summary>What a link has done so far.</summary>
/// <param name="Received">Whole valid packets.</param>
/// <param name="Sent">Frames handed to the pipe.</param>
/// <param name="Damaged">Frames with a wrong checksum.</param>
/// <param name="UnknownId">Frames of a message that our dialect does not have.</param>
/// <param name="JunkBytes">Bytes that belong to no valid frame.</param>
/// <param name="Overrun">Packets dropped because nobody read them in time: a fault of ours, 0 in health.</param>
/// <param name="SendOverrun">Frames dropped because the pipe was slower than we send.</param>
/// <param name="Opened">How often the pipe was opened.</param>
public sealed record LinkCounts(long Received, long Sent, long Damaged, long UnknownId, long JunkBytes, long Overrun, long SendOverrun, int Opened);
