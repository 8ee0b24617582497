namespace DroneFarm.Flight.Links.Corrections;

/// <summary>What a <see cref="CorrectionFeed"/> has done so far.</summary>
/// <param name="Messages">Handed to the vehicles.</param>
/// <param name="TooLong">Longer than GPS_RTCM_DATA carries (720 bytes): not handed on.</param>
/// <param name="JunkBytes">Of no whole message.</param>
/// <param name="LastAt">When the last one came; null when none did.</param>
/// <param name="LastFault">Why the source last broke or would not open.</param>
public sealed record CorrectionCounts(long Messages, long Bytes, long TooLong, long JunkBytes, DateTimeOffset? LastAt, Exception? LastFault);
