using DroneFarm.Mavlink.Generator.Tables;

namespace DroneFarm.Mavlink.Generator.Emitting;

/// <summary>
/// Writes the message structs. A struct is the wire image of its payload: fields in wire order, no padding, so that reading and writing
/// are one copy of bytes.
/// </summary>
public static class MessageWriter
{
    public static string Write(Dialect dialect)
    {
        var source = new Source("DroneFarm.Mavlink.Messages", "System", "System.Runtime.InteropServices", "DroneFarm.Mavlink.Enums");
        var enumSizes = dialect.Enums.ToDictionary(e => e.Name, dialect.EnumSize);
        foreach (var message in dialect.Messages.OrderBy(m => m.Id)) Write(source, message, enumSizes);
        return source.ToString();
    }

    private static void Write(Source source, Message message, Dictionary<string, int> enumSizes)
    {
        var name = Names.OfType(message.Name);
        source.Summary("", Docs.Of(message.Words, $"{message.Name} ({message.Id})", message.Superseded));
        source.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]").Line($"public struct {name} : IMessage<{name}>").Line("{");
        foreach (var field in message.WireOrder) Write(source, field, Names.OfField(message.Name, field.Name), enumSizes);
        Member("uint", "Id", $"{message.Id}");
        Member("string", "Name", $"\"{message.Name}\"");
        Member("byte", "CrcExtra", $"{CrcExtra.Of(message)}");
        Member("int", "MinLength", $"{message.MinLength}");
        Member("int", "MaxLength", $"{message.MaxLength}");
        source.Line($"    public static void Read(ReadOnlySpan<byte> payload, out {name} message) => WireImage.Read(payload, out message);");
        source.Line("    public readonly int Write(Span<byte> payload) => WireImage.Write(payload, in this);").Line("}").Line("");

        // A field may have the name of a member; the member is then reached through the interface alone.
        void Member(string type, string member, string value) =>
            source.Line(message.Fields.Any(f => Names.OfField(message.Name, f.Name) == member)
                ? $"    static {type} IMessage<{name}>.{member} => {value};"
                : $"    public static {type} {member} => {value};");
    }

    private static void Write(Source source, Field field, string name, Dictionary<string, int> enumSizes)
    {
        var sentence = field.Facts.ToSentence(nameEnum: false);
        if (sentence.Length > 0) source.Summary("    ", sentence);
        if (field.Facts.Enum is not { } used)
        {
            source.Line($"    public {field.Type.CSharp} {name};");
            return;
        }

        var type = Names.OfType(used);
        if (field.Type.IsArray) source.Line($"    public Array{field.Type.Count}<{(Fits(field, enumSizes[used]) ? type : field.Type.ElementCSharp)}> {name};");
        else if (Fits(field, enumSizes[used])) source.Line($"    public {type} {name};");
        else WriteNarrow(source, field, type, name);
    }

    /// <summary>A field narrower than its enum keeps the wire's width inside and the enum outside.</summary>
    private static void WriteNarrow(Source source, Field field, string type, string name)
    {
        var inner = char.ToLowerInvariant(name[0]) + name.Substring(1);
        source.Line($"    public {type} {name} {{ readonly get => ({type}){inner}; set => {inner} = ({field.Type.ElementCSharp})value; }}");
        source.Line($"    private {field.Type.ElementCSharp} {inner};");
    }

    private static bool Fits(Field field, int enumSize) => field.Type.ElementSize == enumSize;
}
