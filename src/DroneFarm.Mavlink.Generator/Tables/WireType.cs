namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>A type as the wire knows it: an element and, for arrays, how many of it.</summary>
public sealed class WireType
{
    private static readonly Dictionary<string, (string CSharp, int Size)> Elements = new()
    {
        ["char"] = ("byte", 1), ["uint8_t"] = ("byte", 1), ["int8_t"] = ("sbyte", 1),
        ["uint16_t"] = ("ushort", 2), ["int16_t"] = ("short", 2),
        ["uint32_t"] = ("uint", 4), ["int32_t"] = ("int", 4), ["float"] = ("float", 4),
        ["uint64_t"] = ("ulong", 8), ["int64_t"] = ("long", 8), ["double"] = ("double", 8),
    };

    private WireType(string element, int count) => (Element, Count) = (element, count);

    /// <summary>The C name, such as <c>uint16_t</c>: CRC_EXTRA is computed over it.</summary>
    public string Element { get; }

    /// <summary>Elements of an array, 0 for a single value.</summary>
    public int Count { get; }

    public bool IsArray => Count > 0;

    public bool IsText => IsArray && Element == "char";

    public bool IsInteger => Element is not ("float" or "double" or "char");

    public int ElementSize => Elements[Element].Size;

    public int Size => ElementSize * Math.Max(1, Count);

    /// <summary>The C# type of one element.</summary>
    public string ElementCSharp => Elements[Element].CSharp;

    /// <summary>The C# type of a field of this type without an enum.</summary>
    public string CSharp => IsText ? $"Text{Count}" : IsArray ? $"Array{Count}<{ElementCSharp}>" : ElementCSharp;

    /// <returns>null when <paramref name="text"/> is no wire type.</returns>
    public static WireType? Parse(string text)
    {
        var bracket = text.IndexOf('[');
        var element = bracket < 0 ? text : text.Substring(0, bracket);
        if (!Elements.ContainsKey(element)) return null;
        if (bracket < 0) return new WireType(element, 0);
        var count = text.EndsWith("]", StringComparison.Ordinal) ? text.Substring(bracket + 1, text.Length - bracket - 2) : "";
        return int.TryParse(count, out var n) && n is > 0 and <= 255 ? new WireType(element, n) : null;
    }
}
