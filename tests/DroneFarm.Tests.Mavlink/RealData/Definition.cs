using System.Xml.Linq;

namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>The XML definitions of MAVLink, read here by a second way that shares nothing with the generator.</summary>
internal sealed class Definition
{
    private static readonly string[] Types = ["uint64_t", "int64_t", "double", "uint32_t", "int32_t", "float", "uint16_t", "int16_t", "uint8_t", "int8_t", "char"];

    private Definition(XElement message)
    {
        Id = uint.Parse(message.Attribute("id")!.Value);
        Name = message.Attribute("name")!.Value;
        var extensions = message.Element("extensions");
        Base = [.. message.Elements("field").Where(f => extensions is null || f.IsBefore(extensions)).Select(Read).OrderByDescending(f => f.Size)];
        Extensions = [.. message.Elements("field").Where(f => extensions is not null && f.IsAfter(extensions)).Select(Read)];
    }

    public sealed record Field(string Type, int Count, string Name, string? Enum)
    {
        public int Size => Type.Contains("64", StringComparison.Ordinal) || Type == "double" ? 8
            : Type.Contains("32", StringComparison.Ordinal) || Type == "float" ? 4 : Type.Contains("16", StringComparison.Ordinal) ? 2 : 1;

        public int Bytes => Size * Math.Max(1, Count);
    }

    public uint Id { get; }

    public string Name { get; }

    /// <summary>In wire order.</summary>
    public IReadOnlyList<Field> Base { get; }

    public IReadOnlyList<Field> Extensions { get; }

    public byte CrcExtra
    {
        get
        {
            var crc = 0xFFFF;
            var text = Name + " " + string.Concat(Base.Select(f => $"{f.Type} {f.Name} " + (f.Count > 0 ? ((char)f.Count).ToString() : "")));
            foreach (var c in text)
            {
                crc ^= c;
                for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1;
            }

            return (byte)(crc ^ (crc >> 8));
        }
    }

    /// <summary>The messages of ardupilotmega.xml and of what it includes and is there.</summary>
    public static IReadOnlyList<Definition> Messages(string folder) =>
        [.. Files(folder).SelectMany(f => f.Descendants("message")).Select(m => new Definition(m)).OrderBy(m => m.Id)];

    /// <summary>All values of each enum, by its standard name.</summary>
    public static ILookup<string, (string Entry, ulong Value)> Enums(string folder) => Files(folder).SelectMany(f => f.Descendants("enum"))
        .SelectMany(e => e.Elements("entry").Select(x => (Enum: e.Attribute("name")!.Value, Entry: x.Attribute("name")!.Value, Value: Number(x.Attribute("value")!.Value))))
        .ToLookup(e => e.Enum, e => (e.Entry, e.Value));

    private static List<XElement> Files(string folder)
    {
        List<XElement> files = [];
        HashSet<string> seen = [];
        Add("ardupilotmega.xml");
        return files;

        void Add(string name)
        {
            var path = Path.Combine(SharedData.PathOf("definitions/" + folder), name);
            if (!seen.Add(name) || !File.Exists(path)) return;
            files.Add(XDocument.Load(path).Root!);
            foreach (var include in files[^1].Elements("include").ToList()) Add(include.Value.Trim());
        }
    }

    private static Field Read(XElement field)
    {
        var type = field.Attribute("type")!.Value.Replace("uint8_t_mavlink_version", "uint8_t", StringComparison.Ordinal);
        var bracket = type.IndexOf('[');
        var element = bracket < 0 ? type : type[..bracket];
        Types.ShouldContain(element);
        return new Field(element, bracket < 0 ? 0 : int.Parse(type[(bracket + 1)..^1]), field.Attribute("name")!.Value, field.Attribute("enum")?.Value);
    }

    private static ulong Number(string text)
    {
        if (text.Split("**") is [var number, var power]) return (ulong)Math.Pow(int.Parse(number), int.Parse(power));
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) return Convert.ToUInt64(text, 16);
        return text.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? Convert.ToUInt64(text[2..], 2) : ulong.Parse(text);
    }
}
