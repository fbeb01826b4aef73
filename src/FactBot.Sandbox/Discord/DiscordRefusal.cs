using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord;

/// <summary>How the pretend Discord refuses: an HTTP status, Discord's error code and its message.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#json</remarks>
internal sealed class DiscordRefusal(int status, int code, string message, JsonObject? errors = null)
    : Exception(message)
{
    public static DiscordRefusal Unauthorized => new(401, 0, "401: Unauthorized");

    public static DiscordRefusal NotFound => new(404, 0, "404: Not Found");

    public static DiscordRefusal MethodNotAllowed => new(405, 0, "405: Method Not Allowed");

    public static DiscordRefusal UnknownChannel => new(404, 10003, "Unknown Channel");

    public static DiscordRefusal UnknownGuild => new(404, 10004, "Unknown Guild");

    public static DiscordRefusal UnknownMember => new(404, 10007, "Unknown Member");

    public static DiscordRefusal UnknownMessage => new(404, 10008, "Unknown Message");

    public static DiscordRefusal UnknownRole => new(404, 10011, "Unknown Role");

    public static DiscordRefusal UnknownInvite => new(404, 10006, "Unknown Invite");

    public static DiscordRefusal UnknownOverwrite => new(404, 10009, "Unknown permission overwrite");

    public static DiscordRefusal UnknownEmoji => new(400, 10014, "Unknown Emoji");

    public static DiscordRefusal UnknownBan => new(404, 10026, "Unknown Ban");

    public static DiscordRefusal UnknownEvent => new(404, 10070, "Unknown Guild Scheduled Event");

    public static DiscordRefusal TooManyChannels(int limit) =>
        new(400, 30013, $"Maximum number of server channels reached ({limit})");

    public static DiscordRefusal TooManyPins(int limit) => new(400, 30003, $"Maximum number of pins reached ({limit})");

    public static DiscordRefusal TooManyWebhooks(int limit) =>
        new(400, 30007, $"Maximum number of webhooks reached ({limit})");

    public static DiscordRefusal TooManyReactions(int limit) =>
        new(400, 30010, $"Maximum number of reactions reached ({limit})");

    public static DiscordRefusal AlreadyCrossposted => new(400, 40033, "This message has already been crossposted.");

    public static DiscordRefusal SystemMessage => new(403, 50021, "Cannot execute action on a system message");

    public static DiscordRefusal TooOldToBulkDelete => new(
        400, 50034, "You can only bulk delete messages that are under 14 days old.");

    public static DiscordRefusal InvalidRole => new(400, 50028, "Invalid Role");

    public static DiscordRefusal PollExpired => new(400, 520001, "Poll expired");

    public static DiscordRefusal UnknownUser => new(404, 10013, "Unknown User");

    public static DiscordRefusal UnknownWebhook => new(404, 10015, "Unknown Webhook");

    public static DiscordRefusal UnknownInteraction => new(404, 10062, "Unknown interaction");

    public static DiscordRefusal UnknownCommand => new(404, 10063, "Unknown application command");

    public static DiscordRefusal UnknownApplication => new(404, 10002, "Unknown Application");

    public static DiscordRefusal TooManyCommands(int limit) =>
        new(400, 30032, $"Maximum number of application commands reached ({limit}).");

    public static DiscordRefusal TooManyCommandsToday(int limit) =>
        new(400, 30034, $"Max number of daily application command creates has been reached ({limit})");

    public static DiscordRefusal AlreadyAcknowledged => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordRefusal MissingAccess => new(403, 50001, "Missing Access");

    public static DiscordRefusal NotYourMessage => new(403, 50005, "Cannot edit a message authored by another user");

    public static DiscordRefusal EmptyMessage => new(400, 50006, "Cannot send an empty message");

    public static DiscordRefusal CannotMessageUser => new(400, 50007, "Cannot send messages to this user");

    public static DiscordRefusal MissingPermissions => new(403, 50013, "Missing Permissions");

    public static DiscordRefusal WrongChannelType => new(400, 50024, "Cannot execute action on this channel type");

    public static DiscordRefusal InvalidWebhookToken => new(401, 50027, "Invalid Webhook Token");

    public static DiscordRefusal ThreadArchived => new(400, 50083, "Thread is archived");

    public static DiscordRefusal InvalidJson => new(400, 50109, "The request body contains invalid JSON.");

    public static DiscordRefusal ThreadExists => new(400, 160004, "A thread has already been created for this message");

    public static DiscordRefusal TooManyActiveThreads => new(400, 160006, "Maximum number of active threads reached");

    public int Status => status;

    /// <summary>Returns the same refusal with the paths of its errors nested under a name.</summary>
    public DiscordRefusal Within(string name) =>
        errors is null ? this : new(status, code, Message, new JsonObject { [name] = errors.DeepClone() });

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
            json["errors"] = errors.DeepClone();
        return json;
    }
}
