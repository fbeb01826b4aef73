using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Posts;

/// <summary>Takes down each statement that a desk runs, and asks SQLite how it would go about it.</summary>
/// <remarks>https://www.sqlite.org/eqp.html</remarks>
internal sealed class StatementWatch : DbCommandInterceptor
{
    private readonly Lock gate = new();
    private readonly List<(string Sql, List<(string Name, object? Value)> Values)> statements = [];

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (gate)
            {
                return [.. statements.Select(s => s.Sql)];
            }
        }
    }

    public Task<TestDesk> SetUpAsync() => TestDesk.SetUpAsync(services => services.AddSingleton<IInterceptor>(this));

    public void Forget()
    {
        lock (gate)
        {
            statements.Clear();
        }
    }

    /// <summary>The statements that go through all rows of a table, each with how SQLite says so.</summary>
    public IReadOnlyList<string> FindScans(TestDesk desk)
    {
        using var connection = new SqliteConnection($"Data Source={desk.DatabasePath};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var scans = new List<string>();
        lock (gate)
        {
            foreach (var (sql, values) in statements.DistinctBy(s => s.Sql))
            {
                var plan = PlanOf(connection, sql, values);
                // Rows of a subquery, a few as they are, or of a list of values.
                var parts = plan.Where(step => step.StartsWith("CO-ROUTINE ", StringComparison.Ordinal) || step.StartsWith("MATERIALIZE ", StringComparison.Ordinal)).Select(step => step.Split(' ')[1]);
                scans.AddRange(plan.Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !parts.Contains(step.Split(' ')[1]))
                    .Where(step => !step.Contains("CONSTANT", StringComparison.Ordinal) && !step.Contains("VIRTUAL", StringComparison.Ordinal))
                    .Select(step => $"{step}: {sql}"));
            }
        }

        return scans;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    private void Note(DbCommand command)
    {
        lock (gate)
        {
            statements.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }
    }

    private static List<string> PlanOf(SqliteConnection connection, string sql, List<(string Name, object? Value)> values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the desk's own.
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
        values.ForEach(v => command.Parameters.AddWithValue(v.Name, v.Value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
