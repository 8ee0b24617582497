using DroneFarm.Storage.Parameters;

namespace DroneFarm.Tests.Storage.Parameters;

public sealed class ParameterTextTests
{
    [Theory]
    [InlineData("RTL_ALT,1000")]
    [InlineData("RTL_ALT 1000   # cm")]
    [InlineData("RTL_ALT\t1000")]
    [InlineData("1\t1\tRTL_ALT\t1000.0\t6")]
    [InlineData("RTL_ALT = 1e3")]
    public void Each_ground_stations_way_of_writing_a_parameter_is_read(string line) =>
        Read($"# a comment\n\n{line}\n").Values.ShouldBe([new NamedValue("RTL_ALT", 1000)]);

    [Theory]
    [InlineData("RTL_ALT")]
    [InlineData("RTL_ALT,high")]
    [InlineData("RTL_ALT,NaN")]
    [InlineData("A_NAME_OF_SEVENTEEN,1")]
    [InlineData("12,13")]
    public void A_line_that_is_no_parameter_is_named_and_nothing_is_read(string line)
    {
        var read = Read($"FS_GCS_ENABLE,6\n{line}\n");
        read.Wrong.ShouldBe((2, line));
        read.Values.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_word_counts() => Read("A,1\nB,2\nA,3\n").Values.ShouldBe([new("B", 2), new("A", 3)]);

    [Fact]
    public void What_is_written_reads_back_as_the_same_numbers()
    {
        using var folder = new TemporaryFolder();
        NamedValue[] values = [new("A", 0.1f), new("B", -1e-7f), new("C", 16777216), new("D", float.MaxValue)];
        var path = folder.File("x.param");
        ParameterText.Write(path, values, ["made by a test", "with, a comma"]);
        ParameterText.Read(path).Values.ShouldBe(values);
    }

    private static ParameterTextRead Read(string text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("x.param");
        System.IO.File.WriteAllText(path, text);
        return ParameterText.Read(path);
    }
}
