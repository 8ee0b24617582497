using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace DroneFarm.Tests.Architecture;

/// <summary>The built house: all rooms, loaded once for all rules.</summary>
internal static class House
{
    public static readonly string[] RoomNames =
        ["DroneFarm.Core", "DroneFarm.Mavlink", "DroneFarm.Flight", "DroneFarm.Storage", "DroneFarm.Reports", "DroneFarm.Station", "DroneFarm.FirmwareSim", "dronefarm"];

    public static readonly ArchUnitNET.Domain.Architecture Built =
        new ArchLoader().LoadAssemblies([.. RoomNames.Select(System.Reflection.Assembly.Load)]).Build();

    /// <summary>All types of one room, by the namespace that equals its folder.</summary>
    public static IEnumerable<IType> TypesIn(string room) =>
        Built.Types.Where(t => t.Namespace.FullName == room || t.Namespace.FullName.StartsWith(room + ".", StringComparison.Ordinal));

    /// <summary>Each use of a type of ours by another type of ours, as "user -> used".</summary>
    public static IEnumerable<(IType User, IType Used)> Uses(string room) =>
        from type in TypesIn(room)
        from dependency in type.Dependencies
        where dependency.Target is not GenericParameter && dependency.Target.Namespace?.FullName.StartsWith("DroneFarm", StringComparison.Ordinal) == true
        select (type, dependency.Target);
}
