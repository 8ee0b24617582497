using System.Globalization;

namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>Reads one table. The notation stands at the head of every <c>.mavtable</c> file.</summary>
public sealed class TableReader
{
    private readonly string path;
    private readonly Dialect dialect;
    private int lineNumber;
    private Message? message;
    private EnumType? enumType;

    private TableReader(string path, Dialect dialect) => (this.path, this.dialect) = (path, dialect);

    public static void Read(string path, string text, Dialect into)
    {
        var reader = new TableReader(path, into);
        foreach (var line in text.Split('\n'))
        {
            reader.lineNumber++;
            reader.ReadLine(line.TrimEnd());
        }
    }

    private void ReadLine(string line)
    {
        if (line.Length == 0 || line[0] == '#') return;
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var words = colon < 0 ? null : line.Substring(colon + 3).Trim();
        var facts = colon < 0 ? line : line.Substring(0, colon);
        if (line[0] != ' ') ReadHead(Split(facts, 4), words);
        else if (message is not null) ReadField(facts.Trim(), words);
        else if (enumType is not null) ReadEntry(facts.Trim(), words);
        else throw Bad("a field or entry needs a message or enum above it");
    }

    private void ReadHead(string[] parts, string? words)
    {
        (message, enumType) = (null, null);
        switch (parts[0])
        {
            case "message" when parts.Length >= 3 && uint.TryParse(parts[2], out var id):
                dialect.Messages.Add(message = new Message(parts[1], id, Superseded(parts.Skip(3)), words, path, lineNumber));
                break;
            case "enum" or "flags" when parts.Length == 2:
                enumType = dialect.Enum(parts[1]);
                enumType.IsFlags |= parts[0] == "flags";
                enumType.Words ??= words;
                break;
            default:
                throw Bad("expected 'message NAME ID', 'enum NAME' or 'flags NAME'");
        }
    }

    private void ReadField(string line, string? words)
    {
        var isExtension = line.StartsWith("+ ", StringComparison.Ordinal);
        var parts = Split(isExtension ? line.Substring(2) : line, 3);
        if (parts.Length < 2) throw Bad("expected 'TYPE name'");
        var type = WireType.Parse(parts[0]) ?? throw Bad($"'{parts[0]}' is not a wire type");
        var facts = FieldFacts.Parse(parts.Length > 2 ? parts[2] : "", words) ?? throw Bad($"cannot read '{parts[2]}'");
        message!.Fields.Add(new Field(parts[1], type, isExtension, facts));
    }

    private void ReadEntry(string line, string? words)
    {
        var parts = Split(line, 2);
        var rest = parts.Length > 1 ? parts[1] : "";
        if (parts[0].Length == 2 && parts[0][0] == 'p' && enumType!.Entries.Count > 0)
        {
            var facts = FieldFacts.Parse(rest, words) ?? throw Bad($"cannot read '{rest}'");
            enumType.Entries[enumType.Entries.Count - 1].Parameters.Add((parts[0][1] - '0', facts));
            return;
        }

        if (!ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || rest.Length == 0)
            throw Bad("expected 'VALUE NAME' or 'pN'");
        var names = Split(rest, 2);
        enumType!.Entries.Add(new EnumEntry(names[0], value, Superseded(names.Skip(1)), words));
    }

    private static string? Superseded(IEnumerable<string> attributes) =>
        attributes.FirstOrDefault(a => a.StartsWith("superseded=", StringComparison.Ordinal))?.Substring("superseded=".Length);

    private static string[] Split(string text, int parts) =>
        [.. text.Trim().Split([' '], parts, StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim())];

    private TableException Bad(string what) => new(path, lineNumber, what);
}
