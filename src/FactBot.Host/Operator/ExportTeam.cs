using System.CommandLine;
using System.Text;
using System.Text.Json;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Host.Export;
using FactBot.Host.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Command = System.CommandLine.Command;

namespace FactBot.Host.Operator;

/// <summary><c>export</c>: writes everything FactBot stores about a team, even while the bot runs.</summary>
internal static class ExportTeam
{
    private static readonly JsonSerializerOptions Readable = new(TeamExport.Json) { WriteIndented = true };

    public static Command Command
    {
        get
        {
            var team = new Option<string>("--team") { Description = "The team's id, which is its server's", Required = true };
            var format = new Option<string>("--format") { Description = "json has everything and can be imported; csv has the claims; markdown is to be read", DefaultValueFactory = _ => "json" };
            format.AcceptOnlyFromAmong("json", "csv", "markdown");
            var output = new Option<string>("--output") { Description = "A file that is not there yet; without it, to standard output" };
            var command = HostCommands.Command(
                "export", "Write what is kept of a team; the votes of open rounds stay sealed",
                (parsed, cancellationToken) => RunAsync(parsed.GetValue(team)!, parsed.GetValue(format)!, parsed.GetValue(output), cancellationToken));
            command.Options.Add(team);
            command.Options.Add(format);
            command.Options.Add(output);
            return command;
        }
    }

    private static async Task<int> RunAsync(string name, string format, string? output, CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        if (output is not null)
        {
            OwnFiles.RefuseTarget(desk.Path, output);
        }

        if (Path.Exists(output))
        {
            throw new DatabaseException($"{output} is there already. Name a file that is not, so that nothing is lost.");
        }

        await using var db = await desk.ReadDatabaseAsync(cancellationToken);
        var team = await GetTeamAsync(db, name, cancellationToken);
        db.CurrentTeam = team.Id;
        var text = format == "json" ? TeamExport.Make(db, team.Id).ToJsonString(Readable) + "\n" : await WriteAsync(desk, db, team, format, cancellationToken);
        if (output is null)
        {
            await Console.Out.WriteAsync(text);
            return 0;
        }

        await WriteFileAsync(output, text, cancellationToken);
        await Console.Out.WriteLineAsync($"Exported team {team.Id} to {output}.");
        return 0;
    }

    private static async Task<string> WriteAsync(CommandDesk desk, SqliteFactBotDbContext db, Team team, string format, CancellationToken cancellationToken)
    {
        var scales = desk.Services.GetRequiredService<RatingScales>();
        var claims = await db.ClaimsWhole.AsNoTracking().OrderBy(c => c.Number).ToListAsync(cancellationToken);
        return format == "csv" ? ClaimsCsv.Write(claims, scales) : TeamMarkdown.Write(
            team, await db.Articles.AsNoTracking().OrderBy(a => a.Number).ToListAsync(cancellationToken), claims,
            await db.Audit.AsNoTracking().OrderBy(e => e.Number).ToListAsync(cancellationToken), scales);
    }

    private static async Task<Team> GetTeamAsync(SqliteFactBotDbContext db, string name, CancellationToken cancellationToken)
    {
        var id = new TeamId(ulong.TryParse(name, out var number) ? number : 0);
        if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is { } team)
        {
            return team;
        }

        var teams = await db.Teams.OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        throw new DatabaseException(teams.Count == 0
            ? $"There is no team {name}: the database holds none yet. A team begins with /setup in its server."
            : $"There is no team {name}. Name one of {string.Join(", ", teams)}.");
    }

    /// <summary>Writes under another name until the file is complete, so that nobody takes half of it for the export.</summary>
    private static async Task WriteFileAsync(string output, string text, CancellationToken cancellationToken)
    {
        try
        {
            await using (var file = PrivateFile.Open($"{output}.part", FileMode.Create))
            {
                PrivateFile.Tighten($"{output}.part");
                await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            }

            File.Move($"{output}.part", output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete($"{output}.part");
            throw new DatabaseException($"{output} cannot be written: {e.Message} Name a file in a folder that may be written to and has room.", e);
        }
    }
}
