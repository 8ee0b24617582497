namespace DroneFarm.Mavlink.Generator.Tables;

/// <summary>What must hold of all tables together; a breach is a build error at the message's line.</summary>
public static class DialectRules
{
    private const uint MaxId = 0xFFFFFF;

    public static void Check(Dialect dialect)
    {
        HashSet<uint> ids = [];
        HashSet<string> names = [];
        foreach (var message in dialect.Messages)
        {
            if (!ids.Add(message.Id)) throw Bad(message, $"id {message.Id} is taken");
            if (!names.Add(message.Name)) throw Bad(message, $"the name {message.Name} is taken");
            if (message.Id > MaxId) throw Bad(message, "an id has 24 bits");
            if (message.MaxLength is 0 or > 255) throw Bad(message, $"{message.MaxLength} bytes do not fit a payload of 1 to 255");
            if (message.Fields.GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Bad(message, $"the field {twice.Key} stands twice");
            foreach (var field in message.Fields)
            {
                if (field.Facts.Enum is not { } used) continue;
                if (!dialect.Knows(used)) throw Bad(message, $"{field.Name}: no table has the enum {used}");
                if (!field.Type.IsInteger) throw Bad(message, $"{field.Name}: only an integer can be a {used}");
            }
        }
    }

    private static TableException Bad(Message message, string what) =>
        new(message.Place.Path, message.Place.Line, $"{message.Name}: {what}");
}
