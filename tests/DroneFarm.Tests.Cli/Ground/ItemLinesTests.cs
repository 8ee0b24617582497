using DroneFarm.Cli.Ground;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class ItemLinesTests
{
    private static readonly WireItem[] Items =
    [
        new(MavCmd.NavWaypoint, MavFrame.Global, 0, 0, 0, 0, 320_500_000, 1_208_000_000, 5.09f),
        new(MavCmd.NavWaypoint, MavFrame.GlobalRelativeAlt, 2, 0, 0, 0, -1, 1_799_999_999, 3.345f),
        new(MavCmd.DoSprayer, MavFrame.Mission, 1, 0, 0, 0, 0, 0, 0),
    ];

    [Fact]
    public void What_is_written_reads_back_item_for_item()
    {
        var (items, wrong) = ItemLines.Read([.. ItemLines.Write(Items)]);
        wrong.ShouldBeNull();
        items.ShouldBe(Items);
    }

    [Theory]
    [InlineData(0, "QGC WPL 120", 1)]
    [InlineData(2, "1\t0\t3\t16\t0\t0\t0\t0\t95.0\t120\t3\t1", 3)]
    [InlineData(2, "1\t0\t3\t16", 3)]
    [InlineData(3, "two", 4)]
    public void A_line_that_is_no_item_is_named_and_nothing_is_read(int at, string line, int number)
    {
        string[] lines = [.. ItemLines.Write(Items)];
        lines[at] = line;
        var (items, wrong) = ItemLines.Read(lines);
        (items.Count, wrong).ShouldBe((0, number));
    }
}
