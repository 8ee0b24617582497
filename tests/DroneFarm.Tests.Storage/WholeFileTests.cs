using DroneFarm.Storage;

namespace DroneFarm.Tests.Storage;

public sealed class WholeFileTests
{
    [Fact]
    public void A_file_is_replaced_and_no_temporary_one_stays()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "old");
        WholeFile.Write(folder.File("a.txt"), s => s.Write("new"u8));
        File.ReadAllText(folder.File("a.txt")).ShouldBe("new");
        Directory.GetFiles(folder.FullName).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_writer_that_fails_halfway_leaves_the_old_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "old");
        Should.Throw<InvalidOperationException>(() => WholeFile.Write(folder.File("a.txt"), s =>
        {
            s.Write("half"u8);
            throw new InvalidOperationException("full");
        }));
        File.ReadAllText(folder.File("a.txt")).ShouldBe("old");
        Directory.GetFiles(folder.FullName).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_io_exception()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<IOException>(() => WholeFile.Write(Path.Combine(folder.FullName, "no", "a.txt"), s => s.Write("new"u8)));
    }
}
