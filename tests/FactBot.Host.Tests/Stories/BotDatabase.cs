using Microsoft.Data.Sqlite;

namespace FactBot.Host.Tests.Stories;

/// <summary>A look into the bot's database from outside, while the bot works on it.</summary>
internal sealed class BotDatabase(string path)
{
    /// <summary>The number of rows of each table.</summary>
    public IReadOnlyDictionary<string, long> CountRows() => ReadTables()
        .ToDictionary(table => table, table => Count($"SELECT count(*) FROM \"{table}\" WHERE $value = $value", ""));

    /// <summary>The one number that a query gives; <c>$value</c> stands in it for the value.</summary>
    public long Count(string sql, string value)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$value", value);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Changes it behind the bot's back.</summary>
    public void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private List<string> ReadTables()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
