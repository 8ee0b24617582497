using DroneFarm.Mavlink.Generator.Tables;

namespace DroneFarm.Mavlink.Generator.Emitting;

/// <summary>Writes the arrays that lie inside a message: <c>ArrayN&lt;T&gt;</c> for numbers, <c>TextN</c> for characters.</summary>
public static class ArrayWriter
{
    public static string Write(Dialect dialect)
    {
        var types = dialect.Messages.SelectMany(m => m.Fields).Select(f => f.Type).Where(t => t.IsArray).ToList();
        var source = new Source("DroneFarm.Mavlink.Messages", "System", "System.Runtime.CompilerServices");
        foreach (var count in types.Where(t => !t.IsText).Select(t => t.Count).Distinct().OrderBy(n => n)) WriteArray(source, count);
        foreach (var count in types.Where(t => t.IsText).Select(t => t.Count).Distinct().OrderBy(n => n)) WriteText(source, count);
        return source.ToString();
    }

    private static void WriteArray(Source source, int count) => source
        .Summary("", $"{count} values inside a message, indexed like an array.")
        .Line($"[InlineArray({count})]")
        .Line($"public struct Array{count}<T> where T : unmanaged")
        .Line("{")
        .Line($"    public const int Length = {count};")
        .Line("    private T first;")
        .Line("}").Line("");

    private static void WriteText(Source source, int count) => source
        .Summary("", $"Up to {count} bytes of text inside a message; a shorter one ends with NUL.")
        .Line($"[InlineArray({count})]")
        .Line($"public struct Text{count}")
        .Line("{")
        .Line($"    public const int Length = {count};")
        .Line("    private byte first;")
        .Line("    public readonly string ToText() => WireText.Read(this);")
        .Line("    public override readonly string ToString() => ToText();")
        .Summary("    ", $"What does not fit {count} bytes of UTF-8 is cut, between characters.")
        .Line($"    public static Text{count} From(string text)")
        .Line("    {")
        .Line($"        var into = default(Text{count});")
        .Line("        WireText.Write(into, text);")
        .Line("        return into;")
        .Line("    }")
        .Line("}").Line("");
}
