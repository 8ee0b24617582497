namespace DroneFarm.Storage.RecordStore;

/// <summary>Opens a store by what a person writes: the path of a file for SQLite, a connection string (Host=…) or postgres:// address for PostgreSQL.</summary>
public static class RecordStores
{
    /// <summary>Opens a store to write new things into it.</summary>
    /// <param name="target">A file that is not there is made; one that is there must be a store already.</param>
    /// <exception cref="StoreException">It cannot be opened or reached.</exception>
    public static IRecordStore Open(string target) => IsServer(target) ? PostgresStore.Open(target) : SqliteStore.Open(target, mayMake: true);

    /// <summary>Opens a store that must be there; whoever only reads makes neither file nor folder.</summary>
    /// <exception cref="StoreException">There is none, or it cannot be opened or reached.</exception>
    public static IRecordStore OpenExisting(string target) => IsServer(target) ? PostgresStore.Open(target) : SqliteStore.Open(target, mayMake: false);

    /// <summary>Opens a store that records are sent to: a server, or a file that is a store already. A name mistyped would else become a file, and what was sent would lie in it.</summary>
    /// <exception cref="StoreException">It is neither, or it cannot be opened or reached.</exception>
    public static IRecordStore OpenReceiver(string target) =>
        IsServer(target) || File.Exists(target) ? OpenExisting(target) : throw new StoreException(Core.Text.Phrase.Of("store.no-receiver", target));

    public static bool IsServer(string target)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        return target.Contains("Host=", StringComparison.OrdinalIgnoreCase) || target.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The version a store is at, and the newest this program knows.</summary>
    public static (int At, int Newest) Version(string target)
    {
        using var store = OpenRaw(target);
        return (store.Version, store.Newest);
    }

    /// <summary>Brings a store to another version, up or down.</summary>
    /// <exception cref="StoreException">There is no such version, or the way down would lose something and <paramref name="mayLose"/> is false.</exception>
    public static void Migrate(string target, int version, bool mayLose)
    {
        using var store = OpenRaw(target);
        store.MigrateTo(version, mayLose);
    }

    private static SqlStore OpenRaw(string target) => IsServer(target) ? PostgresStore.OpenRaw(target) : SqliteStore.OpenRaw(target, mayMake: false);
}
