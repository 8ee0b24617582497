using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>One item of the checklist with the value it was judged by.</summary>
/// <param name="Text">What is looked at and what was seen.</param>
/// <param name="Age">Of the value; null where it has none or was never seen.</param>
public sealed record CheckItem(CheckCode Code, CheckVerdict Verdict, Phrase Text, TimeSpan? Age)
{
    public bool LetsFly => Verdict is CheckVerdict.Holds or CheckVerdict.Overridden;
}
