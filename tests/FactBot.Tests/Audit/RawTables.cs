using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace FactBot.Tests.Audit;

/// <summary>Somebody who writes to a desk's database with SQL, past all of its rules.</summary>
internal sealed class RawTables : IDisposable
{
    private readonly SqliteConnection connection;

    public RawTables(TestDesk desk)
    {
        connection = new SqliteConnection($"Data Source={desk.DatabasePath};Pooling=False;Foreign Keys=False");
        connection.Open();
    }

    public void Dispose() => connection.Dispose();

    public int Do(string sql, params object[] values) => Command(sql, values).ExecuteNonQuery();

    public List<object?[]> Read(string sql, params object[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    /// <summary>Nothing keeps rows from being there twice any more.</summary>
    public void DropUniqueness()
    {
        foreach (var index in Read("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'"))
        {
            Do($"DROP INDEX \"{index[0]}\"");
        }
    }

    /// <summary>Another value of the same kind.</summary>
    public static object Other(object? cell, bool isSwitch) => cell switch
    {
        long number when isSwitch => 1 - number,
        long number => number + 7,
        double number => number + 1,
        string text when text.StartsWith('{') || text.StartsWith('[') => OtherJson(text),
        string text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text + "x",
        _ => 1L,
    };

    private static string OtherJson(string text)
    {
        var json = JsonNode.Parse(text)!;
        var leaf = Leaves(json).FirstOrDefault();
        if (leaf is null)
        {
            return "[\"x\"]";
        }

        leaf.ReplaceWith(leaf.TryGetValue<long>(out var number) ? (JsonNode)(number + 1) : leaf.GetValue<string>() + "x");
        return json.ToJsonString();
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(m => Leaves(m.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue value => [value],
        _ => [],
    };

    private SqliteCommand Command(string sql, object[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (i, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${i}", value ?? DBNull.Value);
        }

        return command;
    }
}
