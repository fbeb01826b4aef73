using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord;

/// <summary>Determines whom a message pings: those its text mentions, if <c>allowed_mentions</c> and permissions allow
/// it.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#allowed-mentions-object</remarks>
internal static partial class MentionReading
{
    /// <param name="message">The message, whose lists of mentions are set.</param>
    /// <param name="allowed">As sent; if absent, all mentions in a channel, only users in an interaction.</param>
    /// <param name="isInteraction">Whether the message answers an interaction.</param>
    /// <param name="channel">The message's channel.</param>
    /// <param name="world">The world with its people and roles.</param>
    public static void Set(
        JsonObject message, JsonObject? allowed, bool isInteraction, Channel channel, SandboxWorld world)
    {
        var text = string.Join('\n', TextsOf(message));
        var guild = world.FindGuild(channel.GuildId);
        var mayPingAll = world.PermissionsIn(channel, message.Map("author").Text("id")!)
            .HasFlag(Permission.MentionEveryone);

        // A reply pings whom it replies to, unless it says otherwise; answers of interactions don't.
        var replied = message.Number("type") == 19 && !isInteraction && (allowed is null || allowed.Flag("replied_user") == true)
            ? world.FindReferenced(message)?.AuthorId
            : null;
        var users = Named(UserMention(), text).Where(id => Allows("users", id)).Prepend(replied).Distinct()
            .Select(world.FindPerson).OfType<Person>();
        var roles = Named(RoleMention(), text).Where(id => Allows("roles", id))
            .Where(id => guild?.Roles.Find(role => role.Id == id) is { } role && (mayPingAll || role.IsMentionable()));
        message["mentions"] = users.Select(person => person.ToJson()).ToJsonArray();
        message["mention_roles"] = roles.ToJsonArray();
        message["mention_everyone"] = mayPingAll && Everyone().IsMatch(text) && Allows("everyone", "");

        bool Allows(string kind, string id) => allowed is null
            ? kind == "users" || !isInteraction
            : allowed.List("parse")?.Any(parse => parse.AsText() == kind) == true
              || allowed.List(kind)?.Any(one => one.AsWritten() == id) == true;
    }

    private static IEnumerable<string> Named(Regex mention, string text) =>
        mention.Matches(text).Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<string> TextsOf(JsonNode? part)
    {
        if (part.Text("content") is { } content)
            yield return content;
        foreach (var text in part.Maps("components").SelectMany(TextsOf))
            yield return text;
    }

    [GeneratedRegex("<@!?([0-9]{15,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{15,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)\\b")]
    private static partial Regex Everyone();
}
