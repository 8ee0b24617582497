namespace DroneFarm.Tests.Architecture;

/// <summary>Dependencies point down only: the shells see everything, nobody sees the shells.</summary>
public sealed class Rooms
{
    public static TheoryData<string, string[]> MaySee => new()
    {
        { "DroneFarm.Core", [] },
        { "DroneFarm.Mavlink", [] },
        { "DroneFarm.Storage", ["DroneFarm.Core"] },
        { "DroneFarm.Reports", ["DroneFarm.Core"] },
        { "DroneFarm.Flight", ["DroneFarm.Core", "DroneFarm.Mavlink"] },
        { "DroneFarm.Station", ["DroneFarm.Core", "DroneFarm.Flight", "DroneFarm.Storage", "DroneFarm.Reports", "DroneFarm.Mavlink"] },
        { "DroneFarm.FirmwareSim", ["DroneFarm.Core.Geo", "DroneFarm.Mavlink"] },
    };

    [Theory]
    [MemberData(nameof(MaySee))]
    public void A_room_sees_only_the_rooms_below_it(string room, string[] below)
    {
        string[] allowed = [room, .. below];
        House.Uses(room)
            .Where(use => !allowed.Any(a => IsIn(use.Used.Namespace.FullName, a)))
            .Select(use => $"{use.User.FullName} -> {use.Used.FullName}")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_room_was_loaded_and_has_types_in_it() =>
        House.RoomNames.Where(r => r != "dronefarm").Where(room => !House.TypesIn(room).Any()).ShouldBeEmpty();

    private static bool IsIn(string name, string room) => name == room || name.StartsWith(room + ".", StringComparison.Ordinal);
}
