using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Host.Export;

/// <summary>
/// Everything FactBot stores about a team, as JSON. The sealed votes of an open round are left out, and their reviewers'
/// assignments are exported as open. Database ids are renumbered from 1, so the same team gives the same export wherever
/// it is stored.
/// </summary>
internal static class TeamExport
{
    /// <summary>The first value in every export.</summary>
    public const string Kind = "factbot-team";

    public static readonly JsonSerializerOptions Json = new() { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The claims whose votes nobody may see yet.</summary>
    private const string OpenClaims = "SELECT \"Id\" FROM \"Claims\" WHERE \"TeamId\" = $team AND \"Stage\" = 'Open'";

    /// <summary>The number of the audit entry that last opened a round of the claim that an entry is about.</summary>
    private const string OpenedLast =
        "coalesce((SELECT max(o.\"Number\") FROM \"Audit\" o WHERE o.\"TeamId\" = $team AND o.\"Subject\" = \"Audit\".\"Subject\" AND o.\"Details\" LIKE '%\"ledTo\":\"open\"%'), 0)";

    public static JsonObject Make(DbContext db, TeamId team)
    {
        var tables = new JsonObject();
        var ids = new Dictionary<(string, long), long>();
        foreach (var table in TeamTable.In(db))
        {
            var rows = new JsonArray();
            foreach (var row in ReadRows((SqliteConnection)db.Database.GetDbConnection(), table, team))
            {
                if (table.HasIds)
                {
                    ids[(table.Name, (long)row["Id"]!)] = rows.Count + 1;
                }

                rows.Add(Write(table, row, ids));
            }

            tables[table.Name] = rows;
        }

        return new JsonObject
        {
            ["kind"] = Kind,
            ["version"] = db.Database.GetMigrations().Last(),
            ["team"] = team.ToString(),
            ["sha256"] = HashOf(tables),
            ["tables"] = tables,
        };
    }

    /// <summary>Returns the SHA-256 of the tables as compact JSON, which reveals damage.</summary>
    public static string HashOf(JsonObject tables) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tables.ToJsonString(Json))));

    private static JsonObject Write(TeamTable table, Dictionary<string, object?> row, Dictionary<(string, long), long> ids)
    {
        var json = new JsonObject();
        foreach (var column in table.Columns)
        {
            var cell = row[column.Name];
            json[column.Name] = cell is long id && table.FindTarget(column.Name, name => row[name]) is { } target
                ? ids.TryGetValue((target, id), out var number) ? number : null
                : column.Write(cell);
        }

        return json;
    }

    private static IEnumerable<Dictionary<string, object?>> ReadRows(SqliteConnection connection, TeamTable table, TeamId team)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Built from the model's own names.
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(c => Select(table, c)))} FROM \"{table.Name}\" WHERE {table.IsOfTeam}{Sealed(table)} ORDER BY {table.Order}";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$team", (long)team.Value);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return table.Columns.Index().ToDictionary(c => c.Item.Name, c => reader.IsDBNull(c.Index) ? null : reader.GetValue(c.Index));
        }
    }

    private static string Sealed(TeamTable table) => table.Name != "Ballots" ? ""
        : $" AND NOT (\"ClaimId\" IN ({OpenClaims}) AND \"Round\" = (SELECT \"Round\" FROM \"Claims\" WHERE \"Id\" = \"ClaimId\"))";

    private static string Select(TeamTable table, TeamColumn column) => (table.Name, column.Name) switch
    {
        ("Assignments", "State" or "ClosedAt") =>
            $"CASE WHEN \"State\" = 'Done' AND \"ClaimId\" IN ({OpenClaims}) AND \"Round\" = (SELECT \"Round\" FROM \"Claims\" WHERE \"Id\" = \"ClaimId\") THEN {(column.Name == "State" ? "'Open'" : "NULL")} ELSE \"{column.Name}\" END",
        ("Audit", "Details") =>
            $"CASE WHEN (\"Details\" LIKE '{{\"event\":\"ballot-cast\"%' OR \"Details\" LIKE '{{\"event\":\"ballots-stand\"%') AND \"Subject\" IN (SELECT 'claim #' || \"Number\" FROM \"Claims\" WHERE \"TeamId\" = $team AND \"Stage\" = 'Open') AND \"Number\" > {OpenedLast} THEN NULL ELSE \"Details\" END",
        _ => $"\"{column.Name}\"",
    };
}
