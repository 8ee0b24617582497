using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>A flight mode as ArduPilot's own screens write it: the same letters in every language.</summary>
public static class ModeName
{
    public static string Of(CopterMode mode)
    {
        var name = Enum.GetName(mode);
        if (name is null) return $"mode {(int)mode}";
        return string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? "_" + c : c.ToString())).ToUpperInvariant();
    }
}
