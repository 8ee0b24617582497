using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Links.Corrections;

/// <summary>
/// One RTCM message as GPS_RTCM_DATA: whole up to 180 bytes, else up to four fragments under one sequence number. The receiver knows the last by its being
/// shorter than 180 bytes, so a message of exactly 180, 360 or 540 bytes gets an empty one behind it (mavlink.io, GPS_RTCM_DATA).
/// </summary>
internal static class RtcmFragments
{
    private const int PartLength = 180, MostParts = 4;

    /// <summary>Longer than four fragments fit.</summary>
    public static bool IsTooLong(ReadOnlySpan<byte> message) => message.Length > PartLength * MostParts;

    /// <param name="sequence">Of this message; five bits of it go out.</param>
    public static IReadOnlyList<GpsRtcmData> Of(ReadOnlySpan<byte> message, int sequence)
    {
        if (IsTooLong(message)) throw new ArgumentException("no message of RTCM that GPS_RTCM_DATA can carry", nameof(message));
        var fragmented = message.Length >= PartLength;
        var parts = fragmented ? Math.Min(MostParts, (message.Length / PartLength) + 1) : 1;
        var all = new List<GpsRtcmData>(parts);
        for (var part = 0; part < parts; part++)
        {
            var bytes = message[(part * PartLength)..Math.Min(message.Length, (part + 1) * PartLength)];
            var data = new GpsRtcmData { Flags = (byte)((fragmented ? 1 : 0) | (part << 1) | ((sequence & 31) << 3)), Len = (byte)bytes.Length };
            Span<byte> into = data.Data;
            bytes.CopyTo(into);
            all.Add(data);
        }

        return all;
    }
}
