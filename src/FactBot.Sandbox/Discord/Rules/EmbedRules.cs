using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of embeds.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#embed-object-embed-limits</remarks>
internal static class EmbedRules
{
    private const int MostEmbeds = 10;
    private const int MostCharacters = 6000;

    public static void Check(JsonNode? body, FormErrors errors)
    {
        if (body.Member("embeds") is null)
            return;
        if (body.List("embeds") is not { } embeds)
        {
            errors.Add("embeds", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }

        errors.Count("embeds", embeds.Count, 0, MostEmbeds);
        foreach (var (index, embed) in embeds.Index())
            CheckOne(embed, $"embeds.{index}", errors);
        if (embeds.Sum(CountCharacters) > MostCharacters)
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostCharacters}");
    }

    private static void CheckOne(JsonNode? embed, string path, FormErrors errors)
    {
        errors.Length($"{path}.title", embed.Text("title"), 0, 256);
        errors.Length($"{path}.description", embed.Text("description"), 0, 4096);
        errors.Range($"{path}.color", embed.Number("color"), 0, 0xFFFFFF);
        CheckUrl(embed, path, errors);
        if (embed.Map("author") is { } author)
        {
            errors.Length($"{path}.author.name", author.Text("name"), 1, 256);
            CheckUrl(author, $"{path}.author", errors);
        }

        if (embed.Map("footer") is { } footer)
            errors.Length($"{path}.footer.text", footer.Text("text"), 1, 2048);
        if (embed.Member("timestamp") is { } timestamp
            && !DateTimeOffset.TryParse(
                timestamp.AsText(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
            errors.Add(
                $"{path}.timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse the date and time. Should be ISO8601");
        foreach (var picture in (string[])["image", "thumbnail"])
        {
            if (embed.Map(picture) is { } map)
                CheckUrl(map, $"{path}.{picture}", errors);
        }

        var fields = embed.Maps("fields").ToList();
        errors.Count($"{path}.fields", fields.Count, 0, 25);
        foreach (var (index, field) in fields.Index())
        {
            errors.Length($"{path}.fields.{index}.name", field.Text("name"), 1, 256);
            errors.Length($"{path}.fields.{index}.value", field.Text("value"), 1, 1024);
        }

        if (IsEmpty(embed))
            errors.Required($"{path}.description");
    }

    private static bool IsEmpty(JsonNode? embed) =>
        CountCharacters(embed) == 0 && embed.Map("image") is null && embed.Map("thumbnail") is null;

    private static void CheckUrl(JsonNode? holder, string path, FormErrors errors)
    {
        if (holder.Member("url") is not { } url)
            return;
        if (!Uri.TryCreate(url.AsText(), UriKind.Absolute, out var parsed)
            || parsed.Scheme is not ("http" or "https" or "attachment"))
            errors.Add($"{path}.url", "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }

    private static int CountCharacters(JsonNode? embed) =>
        FormErrors.CountCharacters(embed.Text("title"))
        + FormErrors.CountCharacters(embed.Text("description"))
        + FormErrors.CountCharacters(embed.Map("footer").Text("text"))
        + FormErrors.CountCharacters(embed.Map("author").Text("name"))
        + embed.Maps("fields").Sum(field =>
            FormErrors.CountCharacters(field.Text("name")) + FormErrors.CountCharacters(field.Text("value")));
}
