using System.CommandLine;
using DroneFarm.Cli.Shell;
using DroneFarm.Cli.Verbs;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Tests.Cli.Verbs;

/// <summary>What the verbs of the record store refuse, and that nothing is made by refusing.</summary>
public sealed class StoreVerbTests : IDisposable
{
    private static readonly Screen Screen = new(Language.English);
    private readonly string folder = Directory.CreateTempSubdirectory("dronefarm-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("verify --store {0}")]
    [InlineData("list --store {0}")]
    [InlineData("backup {1} --store {0}")]
    [InlineData("correct abc --set litres=4 --reason r --by b --store {0}")]
    [InlineData("send --to {1} --store {0}")]
    [InlineData("migrate --store {0}")]
    public void A_verb_that_reads_a_store_says_that_there_is_none_and_makes_nothing(string line)
    {
        var (store, other) = (Path.Combine(folder, "none", "records.db"), Path.Combine(folder, "other.db"));
        Refused(StoreVerb.Build(Screen), line, store, other).ShouldBe($"There is no record store {store}.");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_season_of_a_store_that_is_not_there_is_refused()
    {
        var store = Path.Combine(folder, "records.db");
        Refused(ReportVerb.Build(Screen), "season --store {0}", store).ShouldBe($"There is no record store {store}.");
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("send --to {1} --store {0}")]
    [InlineData("send --keep-trying --to {1} --store {0}")]
    public void Records_are_not_sent_to_a_mistyped_name(string line)
    {
        var (store, other) = (Path.Combine(folder, "records.db"), Path.Combine(folder, "bogus"));
        RecordStores.Open(store).Dispose();
        Refused(StoreVerb.Build(Screen), line, store, other).ShouldStartWith($"'{other}' is neither a server");
        File.Exists(other).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_job_that_cannot_be_added_leaves_no_new_store_behind(bool isPlanned)
    {
        var (job, store) = (Directory.CreateDirectory(Path.Combine(folder, "job")).FullName, Path.Combine(folder, "new", "records.db"));
        if (isPlanned) PlanFile.Write(Path.Combine(job, "plan.json"), Planned());
        Refused(StoreVerb.Build(Screen), "add {1} --store {0}", store, job).ShouldContain(isPlanned ? "journal.jsonl" : "plan.json");
        Directory.Exists(Path.GetDirectoryName(store)).ShouldBeFalse();
    }

    [Fact]
    public void An_empty_backup_is_not_restored()
    {
        var (backup, target) = (Path.Combine(folder, "backup.db"), Path.Combine(folder, "new.db"));
        RecordStores.Open(backup).Dispose();
        Refused(StoreVerb.Build(Screen), "restore {0} --store {1}", backup, target).ShouldBe($"{backup} holds no entries: there is nothing to restore.");
        File.Exists(target).ShouldBeFalse();
    }

    private static Plan Planned()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample");
        string In(string name) => Path.Combine(samples, name);
        return Planner.Plan(FarmFile.Read(In("farm.geojson")).Farm!, SprayerFile.Read(In("sprayer.json")).Sprayer!, JobFile.Read(In("job.json")).Job!, new PlanOptions());
    }

    private static string Refused(Command verb, string line, params string[] paths)
    {
        string[] args = [.. line.Split(' ').Select(a => paths.Select((p, i) => (Place: $"{{{i}}}", Path: p)).FirstOrDefault(p => p.Place == a).Path ?? a)];
        return Should.Throw<BadInputException>(() => verb.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false })).Message;
    }
}
