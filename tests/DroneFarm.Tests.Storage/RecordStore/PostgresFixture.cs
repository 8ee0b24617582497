using DroneFarm.Tests.Shared;
using Npgsql;

namespace DroneFarm.Tests.Storage.RecordStore;

/// <summary>One server for all tests that need one; each test takes a database of its own.</summary>
public sealed class PostgresFixture : IDisposable
{
    private readonly (PostgresCluster? Cluster, string Reason) started = PostgresCluster.Start();
    private int databases;

    public string NewDatabase() => NewDatabase(out _);

    internal string NewDatabase(out Func<int, string> through)
    {
        if (started.Cluster is not { } cluster)
        {
            Assert.Skip(started.Reason);
            throw new InvalidOperationException("a skipped test does not go on");
        }

        var name = $"test{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(cluster.ConnectionString() + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        command.ExecuteNonQuery();
        through = port => cluster.ConnectionString(name, port);
        return cluster.ConnectionString(name);
    }

    internal int Port => started.Cluster!.Port;

    public void Dispose() => started.Cluster?.Dispose();
}
