using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of threads.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel#start-thread-from-message</remarks>
internal static class ThreadRules
{
    public static void Check(JsonObject body, bool isNew)
    {
        var errors = new FormErrors();
        if (isNew || body.Has("name"))
            errors.Length("name", body.Text("name"), 1, 100);
        if (body.Member("auto_archive_duration") is not null
            && !ChannelRules.ArchiveDurations.Contains(body.Number("auto_archive_duration") ?? 0))
            errors.Choice("auto_archive_duration", "60, 1440, 4320, 10080");
        if (body.Member("type") is not null && body.Number("type") is not (10 or 11 or 12))
            errors.Choice("type", "10, 11, 12");
        errors.Range("rate_limit_per_user", body.Number("rate_limit_per_user"), 0, 21600);
        errors.ThrowIfAny();
    }

    /// <summary>Checks the tags of a forum's thread: at most 5 of its forum's own.</summary>
    public static void CheckTags(JsonObject body, Channel forum)
    {
        if (body.List("applied_tags") is not { } tags)
            return;
        var errors = new FormErrors();
        errors.Count("applied_tags", tags.Count, 0, 5);
        foreach (var (index, tag) in tags.Index())
        {
            if (!forum.Settings.Maps("available_tags").Any(known => known.Text("id") == tag.AsWritten()))
                errors.Add($"applied_tags.{index}", "FORUM_TAG_UNKNOWN", "Unknown forum tag");
        }

        errors.ThrowIfAny();
    }

    public static DiscordRefusal MessageRequired()
    {
        var errors = new FormErrors();
        errors.Required("message");
        return errors.ToRefusal();
    }
}
