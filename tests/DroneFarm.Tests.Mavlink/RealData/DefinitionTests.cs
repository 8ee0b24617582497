using System.Reflection;
using System.Runtime.CompilerServices;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>Our tables say what the XML definitions say.</summary>
public sealed class DefinitionTests
{
    private const string Upstream = "mavlink-de1e078a", Autopilots = "ardupilot-13f2f735";

    private static readonly Dictionary<string, Type> Structs = typeof(Heartbeat).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == "IMessage`1")).ToDictionary(t => Text(t, "Name"));

    private static readonly Dictionary<string, Type> EnumTypes = typeof(Heartbeat).Assembly.GetTypes()
        .Where(t => t.IsEnum && t.Namespace == "DroneFarm.Mavlink.Enums").ToDictionary(t => t.Name.ToUpperInvariant());

    [Fact]
    public void The_dialect_has_exactly_the_messages_of_the_definition() =>
        MessageCatalog.Ids.Select(id => $"{id} {MessageCatalog.NameOf(id)}").ShouldBe(Definition.Messages(Upstream).Select(m => $"{m.Id} {m.Name}"));

    [Fact]
    public void Every_CRC_EXTRA_and_length_equals_what_the_definition_gives()
    {
        foreach (var m in Definition.Messages(Upstream))
        {
            var info = MessageCatalog.Find(m.Id);
            ((int)info.CrcExtra, (int)info.MinLength, (int)info.MaxLength)
                .ShouldBe((m.CrcExtra, m.Base.Sum(f => f.Bytes), m.Base.Concat(m.Extensions).Sum(f => f.Bytes)), m.Name);
            Number(Structs[m.Name], "Id").ShouldBe(m.Id);
            Number(Structs[m.Name], "CrcExtra").ShouldBe(info.CrcExtra, m.Name);
            Number(Structs[m.Name], "MinLength").ShouldBe(info.MinLength, m.Name);
            Number(Structs[m.Name], "MaxLength").ShouldBe(info.MaxLength, m.Name);
        }
    }

    [Fact]
    public void The_autopilots_own_copy_of_the_definition_agrees()
    {
        foreach (var m in Definition.Messages(Autopilots)) MessageCatalog.Find(m.Id).CrcExtra.ShouldBe(m.CrcExtra, m.Name);
    }

    [Fact]
    public void Every_struct_has_the_fields_of_the_definition_in_wire_order()
    {
        foreach (var m in Definition.Messages(Upstream))
        {
            var fields = Structs[m.Name].GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            fields.Select(f => (Plain(f.Name), SizeOf(f.FieldType)))
                .ShouldBe(m.Base.Concat(m.Extensions).Select(f => (Plain(f.Name) == Plain(m.Name) ? "VALUE" : Plain(f.Name), f.Bytes)), m.Name);
            foreach (var f in m.Base.Concat(m.Extensions).Where(f => f.Enum is not null && f.Count == 0 && Plain(f.Name) != Plain(m.Name)))
                Plain(MemberType(Structs[m.Name], f.Name).Name).ShouldBe(Plain(f.Enum!), $"{m.Name}.{f.Name}");
        }
    }

    [Theory]
    [InlineData(Upstream)]
    [InlineData(Autopilots)]
    public void Every_enum_has_the_values_of_the_definition(string folder)
    {
        // Placeholders that the autopilot's copy still has where upstream since gave the values names.
        string[] renamed = ["MAV_TYPE_VTOL_DUOROTOR", "MAV_TYPE_VTOL_QUADROTOR", "MAV_TYPE_VTOL_RESERVED2", "MAV_TYPE_VTOL_RESERVED3", "MAV_TYPE_VTOL_RESERVED4"];
        foreach (var type in Definition.Enums(folder))
        {
            var ours = EnumTypes[Plain(type.Key)];
            var members = Enum.GetNames(ours).ToLookup(n => Convert.ToUInt64(Enum.Parse(ours, n)), Plain);
            foreach (var (entry, value) in type.Where(e => !renamed.Contains(e.Entry)))
                members[value].Any(m => Plain(entry).EndsWith(m, StringComparison.Ordinal)).ShouldBeTrue($"{type.Key}: {entry} = {value}");
        }
    }

    private static Type MemberType(Type type, string name) =>
        type.GetMembers().Where(m => Plain(m.Name) == Plain(name)).Select(m => m is FieldInfo f ? f.FieldType : (m as PropertyInfo)?.PropertyType).OfType<Type>().First();

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod("SizeOf")!.MakeGenericMethod(type).Invoke(null, null)!;

    private static string Text(Type type, string property) => (string)Static(type, property);

    private static uint Number(Type type, string property) => Convert.ToUInt32(Static(type, property));

    private static object Static(Type type, string property)
    {
        var map = type.GetInterfaceMap(typeof(IMessage<>).MakeGenericType(type));
        var getter = Array.FindIndex(map.InterfaceMethods, m => m.Name == "get_" + property);
        return map.TargetMethods[getter].Invoke(null, null)!;
    }
}
