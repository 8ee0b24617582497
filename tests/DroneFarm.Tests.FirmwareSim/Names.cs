using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>The few spellings of the codec that would otherwise be repeated in every test.</summary>
internal static class Names
{
    public static Text16 Parameter(string name) => Text16.From(name);

    public static float Value(this ParamValue message) => message.Value;

    public static string NameOf(this ParamValue message) => message.ParamId.ToText();
}
