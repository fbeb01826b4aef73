using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests.Stories;

/// <summary>A look into the bot's database from outside, while the bot works on it.</summary>
internal sealed class BotDatabase(string path)
{
    public string File => path;

    /// <summary>The number of rows of each table.</summary>
    public IReadOnlyDictionary<string, long> CountRows() =>
        Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .ToDictionary(table => table, table => Count($"SELECT count(*) FROM \"{table}\""));

    /// <summary>The one number that a query gives; <c>$value</c> stands in it for the value.</summary>
    public long Count(string sql, string? value = null) =>
        Run(sql, SqliteOpenMode.ReadOnly, value, command => (long)command.ExecuteScalar()!);

    /// <summary>The first column of a query's rows.</summary>
    public IReadOnlyList<string> Read(string sql) => Run(sql, SqliteOpenMode.ReadOnly, null, command =>
    {
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    });

    /// <summary>Changes it behind the bot's back.</summary>
    public void Change(string sql) => Run(sql, SqliteOpenMode.ReadWrite, null, command => command.ExecuteNonQuery());

    private T Run<T>(string sql, SqliteOpenMode mode, string? value, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode={mode};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (value is not null)
        {
            command.Parameters.AddWithValue("$value", value);
        }

        return run(command);
    }
}
