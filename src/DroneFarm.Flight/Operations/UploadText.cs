using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Why an upload is not verified, for people.</summary>
public static class UploadText
{
    public static Phrase Why(VerifiedResult result)
    {
        var what = result.Type switch { MavMissionType.Fence => "fence", MavMissionType.Rally => "rally", _ => "mission" };
        return result.Outcome switch
        {
            VerifiedOutcome.Refused => Phrase.Of($"flight.upload.{what}.refused", $"{result.Answer}"),
            VerifiedOutcome.Busy => Phrase.Of("flight.upload.busy"),
            VerifiedOutcome.Differs => Phrase.Of($"flight.upload.{what}.differs", result.Difference ?? ""),
            VerifiedOutcome.Cancelled => Phrase.Of("flight.cancelled"),
            _ => Phrase.Of($"flight.upload.{what}.unreachable"),
        };
    }
}
