using Microsoft.Data.Sqlite;

namespace FactBot.Tests.Permissions;

/// <summary>Notices every write to a desk's database, to whichever table.</summary>
/// <remarks>By https://www.sqlite.org/pragma.html#pragma_data_version, of a connection that itself never writes.</remarks>
internal sealed class TableWatch : IDisposable
{
    private readonly SqliteConnection connection;

    public TableWatch(TestDesk desk)
    {
        connection = new SqliteConnection($"Data Source={desk.DatabasePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
    }

    /// <summary>Changes with every write.</summary>
    public long Version => Read("PRAGMA data_version");

    public long AuditEntries => Read("SELECT count(*) FROM Audit");

    public void Dispose() => connection.Dispose();

    private long Read(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the two constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
