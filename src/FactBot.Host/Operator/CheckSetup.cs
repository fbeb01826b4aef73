using FactBot.Discord;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using FactBot.Host.Operations;
using FactBot.Host.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FactBot.Host.Operator;

/// <summary><c>check</c>: checks everything a start needs, changes nothing, and says how to fix what is wrong.</summary>
internal static class CheckSetup
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var desk = CommandDesk.Open();
        Finding[] findings =
        [
            Settings(desk),
            await DatabaseAsync(desk, cancellationToken),
            .. await DiscordAsync(desk, cancellationToken),
        ];
        foreach (var (isWell, what) in findings)
        {
            await Console.Out.WriteLineAsync($"{(isWell ? "✓" : "✗")} {what}");
        }

        return findings.All(f => f.IsWell) ? 0 : ExitCode.Failed;
    }

    private static Finding Settings(CommandDesk desk)
    {
        try
        {
            FactBotHost.Validate(desk.Services);
            return new(true, "Settings: all are set and none is unknown.");
        }
        catch (OptionsValidationException e)
        {
            return new(false, $"Settings: {string.Join(" ", e.Failures)}");
        }
    }

    private static async Task<Finding> DatabaseAsync(CommandDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            var path = desk.Path;
            if (!File.Exists(path))
            {
                return new(true, $"Database: there is none at {path} yet; the first start makes it.");
            }

            await using var db = desk.At(path);
            await DatabaseFile.CheckAsync(db, path, cancellationToken);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return new(true, pending == 0
                ? $"Database: {path} is whole and of this version."
                : $"Database: {path} is whole and of an older version; the next start brings it to this one, after a copy of it.");
        }
        catch (DatabaseException e)
        {
            return new(false, $"Database: {e.Message}");
        }
        catch (OptionsValidationException)
        {
            return new(false, "Database: not looked at, since its setting is wrong.");
        }
    }

    private static async Task<IEnumerable<Finding>> DiscordAsync(CommandDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            var options = desk.Services.GetRequiredService<IOptions<DiscordOptions>>().Value;
            var rest = desk.Services.GetRequiredService<IDiscordRest>();
            var app = await rest.GetCurrentApplicationAsync(cancellationToken);
            var gateway = await rest.GetGatewayBotAsync(cancellationToken);
            var left = gateway.SessionStartLimit.Remaining;
            return
            [
                new(true, $"Discord: reached, and the token is that of {app.Name}."),
                left > 0
                    ? new(true, $"Sessions: {left:N0} may still be started today.")
                    : new(false, $"Sessions: none may be started before {TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter):h\\:mm} hours have passed; let the bot rest until then."),
                Intents(options.Intents, app.Flags),
            ];
        }
        catch (OptionsValidationException)
        {
            return [new(false, "Discord: not asked, since its settings are wrong.")];
        }
        catch (DiscordApiException e) when (e.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            return [new(false, "Discord: it does not know the token. Copy it again from the Bot page of your app at https://discord.com/developers/applications, into FACTBOT_Discord__Token.")];
        }
        catch (DiscordApiException e)
        {
            return [new(false, $"Discord: {e.Message.TrimEnd('.')}. Check that this machine may reach {desk.Services.GetRequiredService<IOptions<DiscordOptions>>().Value.ApiUrl.Host}.")];
        }
    }

    /// <summary>Checks the privileged intents. Either of two flags of the app grants each of them.</summary>
    private static Finding Intents(GatewayIntents intents, long flags)
    {
        string[] missing =
        [
            .. new (GatewayIntents Intent, string Name, long Flags)[]
            {
                (GatewayIntents.GuildMembers, "Server Members Intent", 3L << 14),
                (GatewayIntents.MessageContent, "Message Content Intent", 3L << 18),
            }.Where(p => intents.HasFlag(p.Intent) && (flags & p.Flags) == 0).Select(p => p.Name),
        ];
        return missing.Length == 0
            ? new(true, "Intents: all that are asked for are granted.")
            : new(false, $"Intents: switch on {string.Join(" and ", missing)} on the Bot page of your app at https://discord.com/developers/applications, or take it out of Discord:Intents.");
    }

    /// <summary>The result of one check.</summary>
    private sealed record Finding(bool IsWell, string What);
}
