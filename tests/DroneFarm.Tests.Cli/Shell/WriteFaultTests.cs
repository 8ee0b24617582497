using DroneFarm.Cli.Shell;
using DroneFarm.Core.Text;

namespace DroneFarm.Tests.Cli.Shell;

public sealed class WriteFaultTests
{
    private static readonly Screen English = new(Language.English), Chinese = new(Language.Chinese);
    private readonly string folder = Directory.CreateTempSubdirectory("dronefarm-").FullName;

    [Fact]
    public void A_missing_folder_is_named_in_the_chosen_language()
    {
        var path = Path.Combine(folder, "nowhere", "x.kml");
        Line(path, English).ShouldBe($"{path} cannot be written: there is no folder {Path.Combine(folder, "nowhere")}.");
        Line(path, Chinese).ShouldContain("没有目录");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_said() => Line(folder, English).ShouldBe($"{folder} cannot be written: it is a folder.");

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_said()
    {
        var file = Path.Combine(folder, "taken");
        File.WriteAllText(file, "");
        Should.Throw<BadInputException>(() => WriteFault.InFolder(file, English, () => Directory.CreateDirectory(file)))
            .Message.ShouldBe($"{file} cannot be written: {file} is a file and no folder.");
        Line(Path.Combine(file, "x.kml"), English).ShouldContain($"{file} is a file and no folder");
    }

    [Fact]
    public void A_full_disk_and_a_missing_permission_are_said()
    {
        var file = Path.Combine(folder, "x");
        Should.Throw<BadInputException>(() => WriteFault.InFile(file, English, () => throw new IOException("no room", 28))).Message.ShouldContain("the disk is full");
        Should.Throw<BadInputException>(() => WriteFault.InFile(file, English, () => throw new UnauthorizedAccessException())).Message.ShouldContain("no permission");
    }

    [Fact]
    public void A_fault_at_an_unexpected_place_names_the_path_of_the_system()
    {
        var file = Path.Combine(folder, "taken");
        File.WriteAllText(file, "");
        var fault = Should.Throw<IOException>(() => Directory.CreateDirectory(file));
        WriteFault.Line(fault, English).ShouldBe($"{file} cannot be used: {file} is a file and no folder.");
    }

    [Fact]
    public void A_bug_stays_an_exception() =>
        Should.Throw<InvalidOperationException>(() => WriteFault.InFile(Path.Combine(folder, "x"), English, () => throw new InvalidOperationException()));

    private static string Line(string path, Screen screen) =>
        Should.Throw<BadInputException>(() => WriteFault.InFile(path, screen, () => File.WriteAllText(path, ""))).Message;
}
