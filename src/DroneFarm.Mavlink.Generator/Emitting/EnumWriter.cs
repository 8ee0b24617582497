using DroneFarm.Mavlink.Generator.Tables;

namespace DroneFarm.Mavlink.Generator.Emitting;

/// <summary>Writes the enums and flags.</summary>
public static class EnumWriter
{
    public static string Write(Dialect dialect)
    {
        var source = new Source("DroneFarm.Mavlink.Enums", "System");
        foreach (var type in dialect.Enums.Where(e => e.Entries.Count > 0)) Write(source, type, dialect.EnumSize(type));
        return source.ToString();
    }

    /// <summary>The unsigned type of that many bytes.</summary>
    public static string Underlying(int size) => size switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };

    private static void Write(Source source, EnumType type, int size)
    {
        source.Summary("", Docs.Of(type.Words, type.Name, null));
        if (type.IsFlags) source.Line("[Flags]");
        source.Line($"public enum {Names.OfType(type.Name)} : {Underlying(size)}").Line("{");
        List<EnumEntry> entries = [.. type.Entries.OrderBy(e => e.Value)];
        var names = Names.OfEntries(type.Name, [.. entries.Select(e => e.Name)]);
        for (var i = 0; i < names.Count; i++)
        {
            var entry = entries[i];
            var parameters = entry.Parameters.Select(p => $"{p.Number}: {p.Facts.ToSentence(nameEnum: true)}");
            source.Summary("    ", [Docs.Of(entry.Words, entry.Name, entry.Superseded), .. parameters]);
            source.Line($"    {names[i]} = {entry.Value},");
        }

        source.Line("}").Line("");
    }
}
