using DroneFarm.Mavlink.Dataflash;
using DroneFarm.Tests.Mavlink.RealData;

namespace DroneFarm.Tests.Mavlink.Telemetry;

/// <summary>On-board logs describe themselves.</summary>
public sealed class Dataflash
{
    [Theory]
    [InlineData("ardusub-small.BIN", 7510, false)]
    [InlineData("pymavlink-test.BIN", 1731, true)] // and the 1,732nd, which the end of the file cuts off
    public void A_log_has_as_many_records_as_its_readme_says(string file, int records, bool isCutOff)
    {
        var scanner = new DataflashScanner(SharedData.Read("logs/" + file));
        var count = 0;
        while (scanner.TryNext(out _)) count++;
        (count, scanner.JunkBytes, scanner.IsCutOff).ShouldBe((records, 0, isCutOff));
    }

    [Fact]
    public void A_format_names_the_columns_of_the_records_that_follow()
    {
        var scanner = new DataflashScanner([.. Fmt(type: 7, length: 5, "TNK", "H", "Litres"), 0xA3, 0x95, 7, 0x10, 0x27]);
        scanner.TryNext(out var format).ShouldBeTrue();
        format.Format.Name.ShouldBe("FMT");
        scanner.TryNext(out var tank).ShouldBeTrue();
        (tank.Format.Name, tank.Format.Columns.Single(), BitConverter.ToUInt16(tank.Body)).ShouldBe(("TNK", "Litres", (ushort)10_000));
        scanner.TryNext(out _).ShouldBeFalse();
    }

    [Fact]
    public void Junk_and_absurd_formats_are_passed_over()
    {
        var scanner = new DataflashScanner([1, 2, .. Fmt(type: 7, length: 0, "BAD", "H", "X"), 0xA3, 0x95, 7, .. Fmt(type: 8, length: 4, "OK", "B", "Y")]);
        var count = 0;
        while (scanner.TryNext(out _)) count++;
        (count, scanner.JunkBytes).ShouldBe((2, 5));
    }

    private static byte[] Fmt(byte type, byte length, string name, string letters, string columns)
    {
        var record = new byte[89];
        (record[0], record[1], record[2], record[3], record[4]) = (0xA3, 0x95, 128, type, length);
        System.Text.Encoding.ASCII.GetBytes(name).CopyTo(record, 5);
        System.Text.Encoding.ASCII.GetBytes(letters).CopyTo(record, 9);
        System.Text.Encoding.ASCII.GetBytes(columns).CopyTo(record, 25);
        return record;
    }
}
