using System.Text.Json;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Chat;

/// <summary>
/// Registers the commands with one bulk overwrite, and only if they differ from Discord's: for all servers in production,
/// otherwise for each server separately, where changes show at once. It removes the commands registered the other way,
/// or people would see each command twice.
/// </summary>
internal sealed partial class CommandRegistration(
    IDiscordRest rest, IHostEnvironment environment, TimeProvider time, ILogger<CommandRegistration> log)
{
    private const int Tries = 6;

    private Snowflake application;

    /// <summary>Registers the global commands when a session starts.</summary>
    public void Begin(Snowflake id)
    {
        application = id;
        _ = RegisterAsync(
            environment.IsProduction() ? CommandDefinitions.Global : [],
            () => rest.GetGlobalCommandsAsync(application, CancellationToken.None),
            all => rest.OverwriteGlobalCommandsAsync(application, all, CancellationToken.None));
    }

    /// <summary>Registers a server's commands when it becomes available.</summary>
    public void Meet(Snowflake guild) => _ = RegisterAsync(
        environment.IsProduction() ? [] : CommandDefinitions.All,
        () => rest.GetGuildCommandsAsync(application, guild, CancellationToken.None),
        all => rest.OverwriteGuildCommandsAsync(application, guild, all, CancellationToken.None));

    private async Task RegisterAsync(
        IReadOnlyList<ApplicationCommand> wanted,
        Func<Task<IReadOnlyList<ApplicationCommand>>> readAsync,
        Func<IReadOnlyList<ApplicationCommand>, Task> overwriteAsync)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                if (Fingerprint(await readAsync()) != Fingerprint(wanted))
                {
                    await overwriteAsync(wanted);
                    LogRegistered(wanted.Count);
                }

                return;
            }
            catch (DiscordApiException e)
            {
                LogFailed(attempt, Tries, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(5 << attempt), time);
            }
        }
    }

    /// <summary>Returns the parts of the commands that matter, whatever Discord adds or leaves out.</summary>
    private static string Fingerprint(IReadOnlyList<ApplicationCommand> commands) => JsonSerializer.Serialize(
        [.. commands.OrderBy(c => c.Type).ThenBy(c => c.Name, StringComparer.Ordinal).Select(c => new ApplicationCommand
        {
            Name = c.Name,
            Type = c.Type ?? CommandType.ChatInput,
            Description = c.Description ?? "",
            Options = Essence(c.Options),
        })],
        DiscordJson.Default.IReadOnlyListApplicationCommand);

    private static List<CommandOption>? Essence(IReadOnlyList<CommandOption>? options) => options is null or [] ? null :
    [
        .. options.Select(o => new CommandOption
        {
            Type = o.Type,
            Name = o.Name,
            Description = o.Description,
            Required = o.Required == true ? true : null,
            Autocomplete = o.Autocomplete == true ? true : null,
            Choices = o.Choices is null or [] ? null : [.. o.Choices.Select(c => new CommandChoice(c.Name, c.Value.ToString()))],
            ChannelTypes = o.ChannelTypes is null or [] ? null : [.. o.ChannelTypes.Order()],
            Options = Essence(o.Options),
        }),
    ];

    [LoggerMessage(LogLevel.Information, "Registered {Count} commands")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Warning, "The commands could not be registered, try {Attempt} of {Tries}: {Reason}")]
    private partial void LogFailed(int attempt, int tries, string reason);
}
