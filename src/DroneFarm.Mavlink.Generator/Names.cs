namespace DroneFarm.Mavlink.Generator;

/// <summary>MAVLink names as C# names.</summary>
public static class Names
{
    /// <summary>MAV_CMD, COMMAND_LONG → MavCmd, CommandLong.</summary>
    public static string OfType(string name) => Join(name.ToLowerInvariant());

    /// <summary>time_boot_ms → TimeBootMs. A field named like its message, which C# forbids, is called Value.</summary>
    public static string OfField(string message, string field)
    {
        var name = Join(field);
        return name == OfType(message) ? "Value" : name;
    }

    /// <summary>
    /// Entries without the words they all begin with: MAV_RESULT_ACCEPTED → Accepted. Where that leaves a leading digit, the last of those
    /// words stays: GPS_FIX_TYPE_3D_FIX → Type3dFix.
    /// </summary>
    public static IReadOnlyList<string> OfEntries(string enumName, IReadOnlyList<string> entries)
    {
        var first = entries[0].Split('_');
        var others = entries.Count == 1 ? [enumName + "_"] : entries.Skip(1);
        var common = others.Select(e => e.Split('_')).Aggregate(first.Length - 1, (n, words) => Math.Min(n, Shared(first, words)));
        return [.. entries.Select(entry =>
        {
            var words = entry.Split('_');
            var from = common > 0 && char.IsDigit(words[common][0]) ? common - 1 : common;
            return OfType(string.Join("_", words.Skip(from)));
        })];
    }

    private static int Shared(string[] a, string[] b)
    {
        var n = 0;
        while (n < a.Length - 1 && n < b.Length - 1 && a[n] == b[n]) n++;
        return n;
    }

    // An underscore stays between digits: NIC_CR_7_5M is not NIC_CR_75M.
    private static string Join(string name) => name.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Aggregate("", (joined, word) =>
        joined + (joined.Length > 0 && char.IsDigit(joined[joined.Length - 1]) && char.IsDigit(word[0]) ? "_" : "") + char.ToUpperInvariant(word[0]) + word.Substring(1));
}
