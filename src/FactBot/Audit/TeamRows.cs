using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using FactBot.Domain.Articles;
using FactBot.Domain.Teams;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FactBot.Audit;

/// <summary>Reads the current team's rows cell by cell, exactly as they are in the database, even if edited by hand.</summary>
internal sealed class TeamRows(FactBotDbContext db)
{
    private const string TeamId = "\"TeamId\" = @team";

    /// <summary>Returns the parts of a claim that have their own tables, according to the model.</summary>
    public static IEnumerable<INavigation> PartsOf(IEntityType claim) =>
        claim.GetNavigations().Where(n => n.IsCollection && !n.TargetEntityType.IsOwned());

    /// <summary>Reads all the team's rows of a table.</summary>
    public IAsyncEnumerable<Dictionary<string, object?>> ReadAsync(IEntityType type, CancellationToken cancellationToken) =>
        QueryAsync($"SELECT * FROM \"{type.GetTableName()}\" WHERE {(type.ClrType == typeof(Team) ? "\"Id\" = @team" : TeamId)} ORDER BY {OrderOf(type)}", null, cancellationToken);

    /// <summary>Finds a row by number; null if there is none.</summary>
    public async Task<Dictionary<string, object?>?> FindAsync(IEntityType type, string column, long value, CancellationToken cancellationToken) =>
        await QueryAsync($"SELECT * FROM \"{type.GetTableName()}\" WHERE {TeamId} AND \"{column}\" = @value", value, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Reads the rows that belong to one claim, in order of creation.</summary>
    public IAsyncEnumerable<Dictionary<string, object?>> OfClaimAsync(INavigation part, long claim, CancellationToken cancellationToken) =>
        QueryAsync($"SELECT * FROM \"{part.TargetEntityType.GetTableName()}\" WHERE \"{KeyOf(part)}\" = @value ORDER BY {OrderOf(part.TargetEntityType)}", claim, cancellationToken);

    /// <summary>Reads the rows that belong to any claim of the team, in order of creation, with the claim's id.</summary>
    public async IAsyncEnumerable<(long Claim, Dictionary<string, object?> Row)> OfClaimsAsync(INavigation part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sql = $"SELECT * FROM \"{part.TargetEntityType.GetTableName()}\" WHERE \"{KeyOf(part)}\" IN (SELECT \"Id\" FROM \"Claims\" WHERE {TeamId}) ORDER BY {OrderOf(part.TargetEntityType)}";
        await foreach (var row in QueryAsync(sql, null, cancellationToken))
        {
            yield return ((long)row[KeyOf(part)]!, row);
        }
    }

    /// <summary>Reads an article's earlier texts, oldest first.</summary>
    public IAsyncEnumerable<Dictionary<string, object?>> RevisionsAsync(long article, CancellationToken cancellationToken) =>
        QueryAsync($"SELECT * FROM \"{db.Model.FindEntityType(typeof(ArticleRevision))!.GetTableName()}\" WHERE {TeamId} AND \"ArticleId\" = @value ORDER BY \"Number\", \"Id\"", article, cancellationToken);

    private static string KeyOf(INavigation part) => part.ForeignKey.Properties[0].GetColumnName();

    private static string OrderOf(IEntityType type) => string.Join(", ", type.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));

    private async IAsyncEnumerable<Dictionary<string, object?>> QueryAsync(string sql, long? value, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Composed only of names from the model.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            Add(command, "@team", (long)db.CurrentTeam.Value);
            Add(command, "@value", value);
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var row = new Dictionary<string, object?>(reader.FieldCount, StringComparer.Ordinal);
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    row[reader.GetName(i)] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }

                yield return row;
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        if (value is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
