using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Core.Text;
using DroneFarm.Storage.RecordStore;
using DroneFarm.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DroneFarm.Tests.Storage.RecordStore;

/// <summary>What both kinds of store promise, on a file and on a server.</summary>
public sealed class RecordStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private static readonly DateTimeOffset Now = MadeUpDiary.NewYear.AddDays(120);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_is_found_by_farm_field_product_operator_drone_and_time(bool server)
    {
        using var store = Open(server);
        var written = Diary(200, fields: 50);
        store.Add(written, Now, "A");
        store.Find(RecordQuery.All).Select(f => EntryJson.Write(f.Application)).ShouldBe(written.OrderBy(a => a.From).Select(EntryJson.Write), ignoreOrder: true);
        var one = written[57];
        store.Find(new RecordQuery(Farm: one.FarmName, FieldId: one.FieldId)).Count.ShouldBe(4);
        store.Find(new RecordQuery(Product: one.ProductName)).Count.ShouldBe(written.Count(a => a.ProductName == one.ProductName));
        store.Find(new RecordQuery(Operator: one.Operator, Drone: one.Drone)).Count.ShouldBe(written.Count(a => a.Operator == one.Operator && a.Drone == one.Drone));
        store.Find(new RecordQuery(From: one.From, To: one.From.AddDays(1))).Count.ShouldBe(written.Count(a => a.From >= one.From && a.From < one.From.AddDays(1)));
        store.Find(new RecordQuery(Farm: "另一个农场")).ShouldBeEmpty();
        store.Verify().Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_correction_stands_in_the_place_of_what_it_corrects_and_both_are_kept(bool server)
    {
        using var store = Open(server);
        var first = store.Add(Diary(3), Now, "A");
        var right = first[1].Application with { Litres = 4.1, Corrects = first[1].Hash, Reason = "读错流量", CorrectedBy = "李娜" };
        var second = store.Add([right], Now.AddHours(1), "A");
        store.Find(RecordQuery.All).Count.ShouldBe(3);
        store.Find(new RecordQuery(FieldId: right.FieldId)).ShouldHaveSingleItem().Application.Litres.ShouldBe(4.1);
        store.Add([right with { Corrects = second[0].Hash, Withdrawn = true, Reason = "没有喷" }], Now.AddHours(2), "A");
        store.Find(RecordQuery.All).Count.ShouldBe(2);
        store.History(first[1].Hash).Select(e => e.Sequence).ShouldBe([2, 4, 5]);
        store.Verify().Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_corrections_of_one_entry_the_later_counts_and_it_is_said(bool server)
    {
        using var store = Open(server);
        var first = store.Add(Diary(1), Now, "A")[0];
        store.Add([first.Application with { Litres = 9, Corrects = first.Hash }], Now.AddHours(2), "B");
        store.Add([first.Application with { Litres = 5, Corrects = first.Hash }], Now.AddHours(1), "C");
        store.Find(RecordQuery.All).ShouldHaveSingleItem().Application.Litres.ShouldBe(9);
        store.Verify().Findings.ShouldHaveSingleItem().Code.ShouldBe("store.two-corrections");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Entries_sent_twice_are_stored_once_and_another_chain_of_the_same_name_is_refused(bool server)
    {
        using var store = Open(server);
        using var one = SqliteStore.Open(folder.File("one.db"), mayMake: true);
        using var two = SqliteStore.Open(folder.File("two.db"), mayMake: true);
        var entries = one.Add(Diary(10), Now, "same-name");
        (store.Accept(entries).Stored, store.Accept(entries).Known).ShouldBe((10, 10));
        var others = two.Add([.. Diary(12).Reverse()], Now, "same-name");
        var refused = store.Accept(others);
        refused.Stored.ShouldBe(0);
        refused.Findings[0].Code.ShouldBe("store.fork");
        store.Entries("same-name", 0, 100).ShouldBe(entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gap_or_an_altered_entry_is_not_taken(bool server)
    {
        using var store = Open(server);
        using var station = SqliteStore.Open(folder.File("station.db"), mayMake: true);
        var entries = station.Add(Diary(5), Now);
        store.Accept([.. entries.Skip(1)]).Findings.ShouldHaveSingleItem().Code.ShouldBe("store.gap");
        store.Accept([entries[0] with { Body = entries[0].Body.Replace("\"litres\":3.5", "\"litres\":3.6", StringComparison.Ordinal) }]).Findings.ShouldHaveSingleItem().Code.ShouldBe("store.altered");
        store.Heads().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, "body")]
    [InlineData(false, "written_ms")]
    [InlineData(false, "farm")]
    [InlineData(false, "from_ms")]
    [InlineData(false, "withdrawn")]
    [InlineData(true, "body")]
    [InlineData(true, "product")]
    public void A_record_altered_by_one_byte_is_found_in_whatever_column(bool server, string column)
    {
        string target;
        using (var store = Open(server))
        {
            store.Add(Diary(30), Now, "A");
            var whole = store.Verify();
            (whole.Entries, whole.Stations, whole.Passed).ShouldBe((30, 1, true));
            target = lastTarget;
        }

        var change = column is "written_ms" or "from_ms" or "withdrawn" ? $"{column} = {column} + 1" : $"{column} = substr({column}, 1, 5) || 'x' || substr({column}, 7)";
        Execute(server, target, $"UPDATE {(server ? "dronefarm." : "")}entries SET {change} WHERE sequence = 17");
        using var again = RecordStores.Open(target);
        var check = again.Verify();
        check.Passed.ShouldBeFalse();
        check.Findings[0].Say(Language.English).ShouldBe("Station A: entry 17 was altered: it does not follow its hash chain.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_record_taken_out_is_found(bool server)
    {
        string target;
        using (var store = Open(server))
        {
            store.Add(Diary(9), Now, "A");
            target = lastTarget;
        }

        Execute(server, target, $"DELETE FROM {(server ? "dronefarm." : "")}entries WHERE sequence = 4");
        using var again = RecordStores.Open(target);
        again.Verify().Findings[0].Code.ShouldBe("store.gap");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Flown_lines_are_found_by_field_and_week_to_the_last_digit(bool server)
    {
        using var store = Open(server);
        for (var field = 0; field < 20; field++) store.AddTrack($"job{field}", [.. MadeUpDiary.Track(field, Now.AddDays(field), 640)]);
        store.AddTrack("job7", [.. MadeUpDiary.Track(7, Now.AddDays(7), 640)]);
        var found = store.Track(MadeUpDiary.Ring(7), Now.AddDays(6), Now.AddDays(13));
        found.ShouldBe(MadeUpDiary.Track(7, Now.AddDays(7), 640));
        store.Track(MadeUpDiary.Ring(7), Now.AddDays(8), Now.AddDays(15)).ShouldBeEmpty();
        store.Track([.. MadeUpDiary.Ring(7).Select(p => new GeoPoint(LatitudeDeg: p.LatitudeDeg + 1, LongitudeDeg: p.LongitudeDeg))], Now, Now.AddDays(30)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_backup_holds_everything_and_restores_into_an_empty_store_of_either_kind(bool server)
    {
        using var store = Open(server);
        store.Add(Diary(2500), Now, "A");
        store.AddTrack("job", [.. MadeUpDiary.Track(3, Now, 640)]);
        using var backup = RecordStores.Open(folder.File("backup.db"));
        StoreCopy.Of(store, backup).Stored.ShouldBe(2500);
        StoreCopy.Of(store, backup).Stored.ShouldBe(0);
        using var restored = Open(server, "restored.db");
        StoreCopy.Of(backup, restored);
        restored.Heads().ShouldBe(store.Heads());
        restored.Track(MadeUpDiary.Ring(3), Now, Now.AddDays(1)).Count.ShouldBe(640);
        restored.Verify().Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_goes_down_a_version_and_up_again_and_keeps_its_records(bool server)
    {
        string target;
        using (var store = Open(server))
        {
            store.Add(Diary(4), Now, "A");
            target = lastTarget;
        }

        RecordStores.Version(target).ShouldBe((2, 2));
        Should.Throw<StoreException>(() => RecordStores.Migrate(target, 1, mayLose: false)).Text.Key.ShouldBe("store.would-lose");
        RecordStores.Version(target).At.ShouldBe(2);
        RecordStores.Migrate(target, 1, mayLose: true);
        RecordStores.Version(target).At.ShouldBe(1);
        using var again = RecordStores.Open(target);
        again.Find(RecordQuery.All).Count.ShouldBe(4);
        RecordStores.Version(target).At.ShouldBe(2);
    }

    [Fact]
    public async Task Three_stations_through_a_link_that_is_cut_at_random_bring_every_record_once()
    {
        postgres.NewDatabase(out var through);
        using var link = new FaultyLink(postgres.Port, seed: 5, shortest: 30_000, longest: 1_500_000);
        var target = through(link.Port);
        RecordStores.Open(through(postgres.Port)).Dispose();
        var stations = Enumerable.Range(0, 3).Select(i => (SqliteStore)RecordStores.Open(folder.File($"s{i}.db"))).ToList();
        for (var i = 0; i < stations.Count; i++) stations[i].Add([.. Enumerable.Range(i * 4000, 4000).Select(n => MadeUpDiary.Application(n))], Now);
        var sent = stations.Select(s => new RecordSender(s, () => RecordStores.Open(target)).SendAllAsync(TimeProvider.System, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken)).ToList();
        (await Task.WhenAll(sent)).SelectMany(s => s.Findings).ShouldBeEmpty();
        link.Cuts.ShouldBeGreaterThan(2);
        using var farm = RecordStores.Open(through(postgres.Port));
        farm.Heads().Sum(h => h.Sequence).ShouldBe(12_000);
        farm.Heads().ShouldBe(stations.SelectMany(s => s.Heads()), ignoreOrder: true);
        farm.Verify().ShouldSatisfyAllConditions(c => c.Entries.ShouldBe(12_000), c => c.Passed.ShouldBeTrue());
        stations.ForEach(s => s.Dispose());
    }

    [Fact]
    public void A_station_works_on_while_the_server_is_out_of_reach()
    {
        using var station = RecordStores.Open(folder.File("s.db"));
        station.Add(Diary(5), Now);
        var sender = new RecordSender(station, () => RecordStores.Open("Host=127.0.0.1;Port=1;Username=nobody;Timeout=1"));
        Should.Throw<StoreException>(() => sender.Send()).Text.Key.ShouldBe("store.unreachable");
        station.Add(Diary(2), Now);
        station.Heads().ShouldHaveSingleItem().Sequence.ShouldBe(7);
    }

    [Fact]
    public void A_copied_station_file_that_went_its_own_way_is_found_when_it_sends()
    {
        var server = postgres.NewDatabase();
        using (var station = RecordStores.Open(folder.File("s.db"))) station.Add(Diary(3), Now);
        File.Copy(folder.File("s.db"), folder.File("copy.db"));
        using var original = RecordStores.Open(folder.File("s.db"));
        using var copy = RecordStores.Open(folder.File("copy.db"));
        original.Add(Diary(2), Now);
        copy.Add(Diary(4), Now.AddHours(1));
        new RecordSender(original, () => RecordStores.Open(server)).Send().Findings.ShouldBeEmpty();
        new RecordSender(copy, () => RecordStores.Open(server)).Send().Findings.ShouldHaveSingleItem().Code.ShouldBe("store.fork");
        using var farm = RecordStores.Open(server);
        farm.Heads().ShouldBe(original.Heads());
    }

    [Fact]
    public void A_file_that_is_no_store_and_a_store_of_a_newer_program_are_told()
    {
        File.WriteAllText(folder.File("text.db"), new string('x', 5000));
        Should.Throw<StoreException>(() => RecordStores.Open(folder.File("text.db"))).Text.Key.ShouldBe("store.not-ours");
        RecordStores.Open(folder.File("new.db")).Dispose();
        Execute(server: false, folder.File("new.db"), "PRAGMA user_version = 99");
        Phrasebook.Core.Say(Should.Throw<StoreException>(() => RecordStores.Open(folder.File("new.db"))).Text, Language.English).ShouldContain("is of version 99");
    }

    [Fact]
    public void Reading_a_store_that_is_not_there_makes_neither_file_nor_folder()
    {
        var path = Path.Combine(folder.File("no-such-folder"), "no-such.db");
        Should.Throw<StoreException>(() => RecordStores.OpenExisting(path)).Text.Key.ShouldBe("store.none");
        Should.Throw<StoreException>(() => RecordStores.Version(path)).Text.Key.ShouldBe("store.none");
        Directory.Exists(Path.GetDirectoryName(path)).ShouldBeFalse();
        RecordStores.Open(path).Dispose();
        RecordStores.OpenExisting(path).Dispose();
    }

    [Fact]
    public void An_empty_file_and_the_database_of_another_program_are_refused_and_left_as_they_are()
    {
        var (empty, foreign) = (folder.File("empty.geojson"), folder.File("foreign.gpkg"));
        File.WriteAllBytes(empty, []);
        Execute(server: false, foreign, "CREATE TABLE gpkg_contents (id INTEGER)");
        var before = File.ReadAllBytes(foreign);
        foreach (var path in new[] { empty, foreign })
        {
            Should.Throw<StoreException>(() => RecordStores.Open(path)).Text.Key.ShouldBe("store.not-ours");
            Should.Throw<StoreException>(() => RecordStores.OpenExisting(path)).Text.Key.ShouldBe("store.not-ours");
        }

        File.ReadAllBytes(empty).ShouldBeEmpty();
        File.ReadAllBytes(foreign).ShouldBe(before);
    }

    [Fact]
    public void A_database_without_the_tables_of_a_store_is_none_unless_a_store_went_down_to_it()
    {
        var (bare, store) = (folder.File("bare.db"), folder.File("store.db"));
        Execute(server: false, bare, "PRAGMA user_version = 1");
        var before = File.ReadAllBytes(bare);
        before.ShouldNotBeEmpty();
        var refused = Should.Throw<StoreException>(() => RecordStores.Open(bare));
        Phrasebook.Core.Say(refused.Text, Language.English).ShouldBe($"{bare} is no record store of DroneFarm, or it is damaged.");
        Should.Throw<StoreException>(() => RecordStores.OpenExisting(bare)).Text.Key.ShouldBe("store.not-ours");
        File.ReadAllBytes(bare).ShouldBe(before);

        RecordStores.Open(store).Dispose();
        RecordStores.Migrate(store, 0, mayLose: true);
        RecordStores.OpenExisting(store).Dispose();
    }

    [Fact]
    public void Records_are_sent_to_a_server_or_a_store_that_is_there_and_not_to_a_mistyped_name()
    {
        Should.Throw<StoreException>(() => RecordStores.OpenReceiver(folder.File("bogus"))).Text.Key.ShouldBe("store.no-receiver");
        File.Exists(folder.File("bogus")).ShouldBeFalse();
        RecordStores.Open(folder.File("farm.db")).Dispose();
        RecordStores.OpenReceiver(folder.File("farm.db")).Dispose();
    }

    private string lastTarget = "";

    private IRecordStore Open(bool server, string file = "store.db") => RecordStores.Open(lastTarget = server ? postgres.NewDatabase() : folder.File(file));

    private static IReadOnlyList<FieldApplication> Diary(int count, int fields = 10_000) => [.. Enumerable.Range(0, count).Select(i => MadeUpDiary.Application(i, fields))];

    private static void Execute(bool server, string target, string sql)
    {
        using System.Data.Common.DbConnection connection = server ? new NpgsqlConnection(target + ";Pooling=false") : new SqliteConnection($"Data Source={target};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
