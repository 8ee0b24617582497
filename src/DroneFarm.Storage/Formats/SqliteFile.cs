using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// A database held in memory: opened from the bytes of a file that somebody sent, or made and turned into bytes. Nothing touches the disk, and a database that
/// was made to run for ever is stopped.
/// </summary>
/// <remarks>SQLite: sqlite3_deserialize, sqlite3_serialize, sqlite3_progress_handler.</remarks>
internal sealed unsafe class SqliteFile : IDisposable
{
    private const int HeaderBytes = 100, ReadVersionAt = 18, WriteVersionAt = 19, ReadOnlyFlag = 4;

    /// <summary>Steps of SQLite's machine; a table of 100,000 rows takes some millions.</summary>
    private const int StepsAtOnce = 100_000, MostTimes = 20_000;

    private readonly void* memory;
    private int times;

    private SqliteFile(SqliteConnection connection, void* memory)
    {
        Connection = connection;
        this.memory = memory;
    }

    public SqliteConnection Connection { get; }

    /// <exception cref="SqliteException">The bytes are no database.</exception>
    public static SqliteFile Open(byte[] bytes)
    {
        var connection = Connect();
        var memory = NativeMemory.Alloc((nuint)bytes.Length);
        var copy = new Span<byte>(memory, bytes.Length);
        bytes.CopyTo(copy);
        // A database in write-ahead mode cannot be opened from memory; its file alone is whole after a checkpoint, so say that it is in the other mode.
        if (bytes.Length >= HeaderBytes) copy[ReadVersionAt] = copy[WriteVersionAt] = 1;
        var file = new SqliteFile(connection, memory);
        var result = raw.sqlite3_deserialize(connection.Handle!, "main", (nint)memory, bytes.Length, bytes.Length, ReadOnlyFlag);
        if (result != raw.SQLITE_OK)
        {
            file.Dispose();
            throw new SqliteException("not a database", result);
        }

        raw.sqlite3_progress_handler(connection.Handle!, StepsAtOnce, _ => ++file.times > MostTimes ? 1 : 0, null);
        file.Run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON");
        return file;
    }

    public static SqliteFile Empty() => new(Connect(), null);

    public void Run(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Each row of an answer, handed over while it is current.</summary>
    public IEnumerable<SqliteDataReader> Rows(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return reader;
    }

    /// <summary>The database as the bytes of a file.</summary>
    public byte[] ToBytes()
    {
        var start = raw.sqlite3_serialize(Connection.Handle!, "main", out var size, 0);
        try
        {
            return new ReadOnlySpan<byte>((void*)start, checked((int)size)).ToArray();
        }
        finally
        {
            raw.sqlite3_free(start);
        }
    }

    /// <summary>A name as SQL quotes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public void Dispose()
    {
        Connection.Dispose();
        NativeMemory.Free(memory);
    }

    private static SqliteConnection Connect()
    {
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        return connection;
    }
}
