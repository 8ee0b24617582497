using DroneFarm.Mavlink.Generator.Tables;

namespace DroneFarm.Mavlink.Generator.Emitting;

/// <summary>Writes what finds a message by its id: constants, the table that the scanner asks, names, and the typed dispatch.</summary>
public static class LookupWriter
{
    public static string Write(Dialect dialect)
    {
        var messages = dialect.Messages.OrderBy(m => m.Id).ToList();
        var source = new Source("DroneFarm.Mavlink.Messages", "System", "System.Runtime.CompilerServices");
        WriteIds(source, messages);
        WriteTable(source, messages);
        WriteSwitch(source, messages);
        return source.ToString();
    }

    private static void WriteIds(Source source, List<Message> messages)
    {
        source.Summary("", "Ids by name, for switches.").Line("public static class MessageIds").Line("{");
        foreach (var m in messages) source.Line($"    public const uint {Names.OfType(m.Name)} = {m.Id};");
        source.Line("}").Line("");
    }

    /// <summary>Two steps without a branch: the id's upper bits choose a page, the lower eight an entry of it. Page 0 is empty and stands for all that no message has.</summary>
    private static void WriteTable(Source source, List<Message> messages)
    {
        var pages = messages.Select(m => m.Id >> 8).Distinct().ToList();
        var pageOf = new int[pages.Max() + 1];
        foreach (var page in pages) pageOf[page] = pages.IndexOf(page) + 1;
        var facts = new uint[(pages.Count + 1) * 256];
        foreach (var m in messages)
            facts[(pageOf[m.Id >> 8] * 256) + (m.Id & 0xFF)] = 1u << 24 | (uint)m.MaxLength << 16 | (uint)m.MinLength << 8 | CrcExtra.Of(m);

        source.Line("internal static partial class MessageTable").Line("{");
        source.Line($"    private static ReadOnlySpan<byte> Pages => [{string.Join(",", pageOf)}];");
        source.Line($"    private static readonly uint[] Facts = [{string.Join(",", facts)}];");
        source.Line($"    public static readonly uint[] Ids = [{string.Join(",", messages.Select(m => m.Id))}];");
        source.Line("    public static string? NameOf(uint id) => id switch").Line("    {");
        foreach (var m in messages) source.Line($"        {m.Id} => \"{m.Name}\",");
        source.Line("        _ => null,").Line("    };").Line("}").Line("");
    }

    private static void WriteSwitch(Source source, List<Message> messages)
    {
        source.Summary("", "From an id at run time to a type at compile time.").Line("public static class Dispatch").Line("{");
        source.Summary("    ", "Calls the visitor with the frame's message; false when the id is not known.");
        source.Line("    public static bool Visit<TVisitor>(in FrameView frame, ref TVisitor visitor) where TVisitor : IMessageVisitor, allows ref struct");
        source.Line("    {").Line("        switch (frame.MessageId)").Line("        {");
        foreach (var m in messages) source.Line($"            case {m.Id}: Typed<{Names.OfType(m.Name)}, TVisitor>(in frame, ref visitor); return true;");
        source.Line("            default: return false;").Line("        }").Line("    }").Line("");
        source.Line("    // Not inlined: one frame on the stack for each message type would be zeroed at every call.");
        source.Line("    [MethodImpl(MethodImplOptions.NoInlining)]");
        source.Line("    private static void Typed<T, TVisitor>(in FrameView frame, ref TVisitor visitor)");
        source.Line("        where T : struct, IMessage<T> where TVisitor : IMessageVisitor, allows ref struct");
        source.Line("    {").Line("        T.Read(frame.Payload, out var message);").Line("        visitor.On(in message, in frame);").Line("    }").Line("}");
    }
}
