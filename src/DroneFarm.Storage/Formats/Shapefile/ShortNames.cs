namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>Our property names in the ten letters that a shapefile's table has for a name; one list for reading and writing.</summary>
internal static class ShortNames
{
    private static readonly Dictionary<string, string> ByLong = new()
    {
        ["clearance_m"] = "clear_m",
        ["vertical_clearance_m"] = "v_clear_m",
        ["row_direction_deg"] = "row_deg",
        ["rate_l_per_ha"] = "rate_l_ha",
        ["rate_l_per_mu"] = "rate_l_mu",
        ["spray_over"] = "sprayover",
        ["mean_speed_mps"] = "speed_mps",
    };

    private static readonly Dictionary<string, string> ByShort = ByLong.ToDictionary(n => n.Value, n => n.Key);

    public static string Short(string name) => ByLong.TryGetValue(name, out var known) ? known : name[..Math.Min(name.Length, 10)];

    /// <summary>The long name in place of a short one that is ours.</summary>
    public static string Long(string name) => ByShort.GetValueOrDefault(name, name);
}
