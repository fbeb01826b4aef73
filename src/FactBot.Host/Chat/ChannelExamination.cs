using FactBot.Chat;
using FactBot.Discord;
using FactBot.Discord.Rest;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>Asks Discord what the bot may do in a channel. Nothing is cached, so the answer is always current.</summary>
internal static class ChannelExamination
{
    private const Permissions Always =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.EmbedLinks | Permissions.ReadMessageHistory;

    private const Permissions InThreads =
        Permissions.CreatePublicThreads | Permissions.SendMessagesInThreads | Permissions.ManageThreads;

    /// <summary>Everything FactBot needs in its channels: the permissions number in its invitation link.</summary>
    internal const Permissions Invitation = Always | InThreads | Permissions.AttachFiles;

    /// <summary>The names shown in Discord's settings.</summary>
    private static readonly (Permissions Bit, string Name)[] Names =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.EmbedLinks, "Embed Links"),
        (Permissions.AttachFiles, "Attach Files"),
        (Permissions.ReadMessageHistory, "Read Message History"),
        (Permissions.CreatePublicThreads, "Create Public Threads"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads"),
        (Permissions.ManageThreads, "Manage Threads"),
    ];

    /// <exception cref="DiscordApiException">Discord didn't answer.</exception>
    public static async Task<ChannelState> OfAsync(
        IDiscordRest rest, Snowflake guild, Snowflake channel, ChannelUse use, Snowflake? role, CancellationToken cancellationToken)
    {
        Channel found;
        try
        {
            found = await rest.GetChannelAsync(channel, cancellationToken);
        }
        catch (DiscordApiException e) when (e.Code == ErrorCodes.UnknownChannel)
        {
            return new(IsThere: false, []);
        }
        catch (DiscordApiException e) when (e.Code == ErrorCodes.MissingAccess)
        {
            return new(IsThere: true, ["View Channel"]);
        }

        var roles = await rest.GetGuildRolesAsync(guild, cancellationToken);
        var bot = (await rest.GetCurrentUserAsync(cancellationToken)).Id;
        var granted = ChannelPermissions.Of(bot, await rest.GetGuildMemberAsync(guild, bot, cancellationToken), guild, roles, found);
        var needed = use switch
        {
            ChannelUse.Cards => Always | InThreads,
            ChannelUse.Digests => Always | Permissions.AttachFiles,
            _ => Always,
        };
        return new(
            IsThere: true,
            [.. Names.Where(n => needed.HasFlag(n.Bit) && !granted.HasFlag(n.Bit)).Select(n => n.Name)],
            role is null || granted.HasFlag(Permissions.MentionEveryone) || roles.FirstOrDefault(r => r.Id == role)?.Mentionable == true);
    }
}
