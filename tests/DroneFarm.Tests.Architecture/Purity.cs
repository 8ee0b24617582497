namespace DroneFarm.Tests.Architecture;

/// <summary>Core is pure: no disk, no sockets, no console, no threads of its own.</summary>
public sealed class Purity
{
    private static readonly string[] Impure =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Net.", "System.Console", "System.Diagnostics.Process", "System.Threading.Thread"];

    [Theory]
    [InlineData("DroneFarm.Core")]
    [InlineData("DroneFarm.Mavlink")]
    public void A_pure_room_touches_no_disk_network_or_console(string room) =>
        (from type in House.TypesIn(room)
         from dependency in type.Dependencies
         let used = dependency.Target.FullName
         where Impure.Any(i => i.EndsWith('.') ? used.StartsWith(i, StringComparison.Ordinal) : used == i)
         select $"{type.FullName} -> {used}").Distinct().ShouldBeEmpty();
}
