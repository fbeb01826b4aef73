using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of messages, however they are sent.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#create-message</remarks>
internal static class MessageRules
{
    public const long Ephemeral = 1 << 6;
    public const long Loading = 1 << 7;
    public const long HasThread = 1 << 5;
    public const long Crossposted = 1 << 0;
    public const long SuppressEmbeds = 1 << 2;
    public const long HasSnapshot = 1 << 14;
    public const long ComponentsV2 = 1 << 15;

    private const int MostContent = 2000;
    private const int MostNonce = 25;
    private const int MostAllowed = 100;

    /// <param name="body">The message as sent.</param>
    /// <param name="isV2">Whether it is, or was before, a message of components only.</param>
    public static void Check(JsonObject body, bool isV2)
    {
        var errors = new FormErrors();
        CheckContent(body, errors);
        EmbedRules.Check(body, errors);
        CheckNonce(body, errors);
        CheckMentions(body.Map("allowed_mentions"), errors);
        Polls.Check(body.Map("poll"), errors);
        if (isV2)
            CheckV2(body, errors);
        ComponentRules.Check(body, isV2, errors);
        errors.ThrowIfAny();
    }

    /// <summary>Whether a message with these parts would show nothing at all.</summary>
    public static bool IsEmpty(JsonObject message, int files) =>
        files == 0
        && message.Map("poll") is null
        && message.Map("message_reference").Number("type") != 1
        && string.IsNullOrWhiteSpace(message.Text("content"))
        && message.List("embeds") is null or { Count: 0 }
        && message.List("components") is null or { Count: 0 }
        && message.List("attachments") is null or { Count: 0 };

    private static void CheckContent(JsonObject body, FormErrors errors)
    {
        if (body.Member("content") is not { } content)
            return;
        if (content.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))
            errors.Add("content", "STRING_TYPE_CONVERT", "Could not interpret the value as string.");
        else
            errors.Length("content", content.AsWritten(), 0, MostContent);
    }

    private static void CheckNonce(JsonObject body, FormErrors errors)
    {
        if (body.Member("nonce").AsWritten() is { } nonce)
            errors.Length("nonce", nonce, 0, MostNonce);
    }

    private static void CheckMentions(JsonObject? allowed, FormErrors errors)
    {
        if (allowed is null)
            return;
        foreach (var (index, kind) in (allowed.List("parse") ?? []).Index())
        {
            if (kind.AsText() is not ("roles" or "users" or "everyone"))
                errors.Choice($"allowed_mentions.parse.{index}", "'users', 'roles', 'everyone'");
        }

        foreach (var name in (string[])["users", "roles"])
        {
            if (allowed.List(name) is not { } ids)
                continue;
            errors.Count($"allowed_mentions.{name}", ids.Count, 0, MostAllowed);
            if (ids.Count > 0 && allowed.List("parse")?.Any(kind => kind.AsText() == name) == true)
            {
                errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{name}\"] and {name}: [ids...] are mutually exclusive.");
            }

            foreach (var (index, id) in ids.Index())
            {
                if (!World.Snowflake.IsOne(id.AsWritten()))
                {
                    errors.Add($"allowed_mentions.{name}.{index}", "NUMBER_TYPE_COERCE",
                        $"Value \"{id.AsWritten()}\" is not snowflake.");
                }
            }
        }
    }

    /// <summary>Checks a legacy message that an edit makes one of components only: nothing else may be left of it.</summary>
    public static void CheckTurned(JsonObject edited)
    {
        var errors = new FormErrors();
        CheckV2(edited, errors);
        errors.ThrowIfAny();
    }

    private static void CheckV2(JsonObject body, FormErrors errors)
    {
        foreach (var name in (string[])["content", "embeds", "poll", "sticker_ids"])
        {
            if (body.Member(name) is JsonArray { Count: > 0 } or JsonObject or JsonValue && body.Text(name) != "")
            {
                errors.Add(name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }
}
