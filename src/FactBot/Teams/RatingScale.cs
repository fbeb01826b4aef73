using System.Text.Json;
using System.Text.RegularExpressions;
using FactBot.Chat;
using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary>The ratings a team votes with, in the order they are shown in; read from <c>config/scales/*.json</c>.</summary>
public sealed partial record RatingScale(string Name, IReadOnlyList<Rating> Ratings)
{
    public const string DefaultName = Team.DefaultScale;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Finds a rating by its key or name, in any case; null if the scale doesn't have it.</summary>
    public Rating? Find(string text) =>
        Ratings.FirstOrDefault(r => r.Key.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)
            || r.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the rating with a key or name; refuses if the scale doesn't have it.</summary>
    public Rating Get(string text) =>
        Find(text) ?? throw new DeskRuleException(
            $"“{text}” is no rating of this team; choose one of {string.Join(", ", Ratings.Select(r => r.Key))}.");

    /// <summary>Returns the rating with a key; one without a score if it is no longer in the scale.</summary>
    public Rating RatingOf(string key) => Find(key) ?? new Rating(key) { Key = key };

    /// <summary>Returns the name for a key; the key itself if it is no longer in the scale.</summary>
    public string NameOf(string key) => Find(key)?.Name ?? key;

    /// <summary>Reads a scale from JSON.</summary>
    /// <exception cref="FormatException">It isn't a valid scale; the message says why.</exception>
    public static RatingScale Parse(string name, string json)
    {
        Rating[] ratings;
        try
        {
            ratings = JsonSerializer.Deserialize<ScaleFile>(json, Json)?.Ratings ?? [];
        }
        catch (JsonException e)
        {
            throw new FormatException($"it is no valid JSON for a scale: {e.Message}", e);
        }

        if (ratings.Length is < 2 or > 25)
        {
            throw new FormatException($"it has {ratings.Length} ratings; a scale has 2 to 25");
        }

        if (ratings.Any(r => string.IsNullOrWhiteSpace(r?.Name) || r.Name.Length > 80))
        {
            throw new FormatException("each rating needs a name of 1 to 80 characters");
        }

        var wrongKey = ratings.FirstOrDefault(r => !KeyForm().IsMatch(r.Key));
        if (wrongKey is not null)
        {
            throw new FormatException(
                $"the rating “{wrongKey.Name}” needs a \"key\" of 1 to 40 small letters a to z, digits and hyphens");
        }

        var twice = ratings.GroupBy(r => r.Key).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new RatingScale(name, ratings)
            : throw new FormatException($"the rating {twice.Key} stands in it twice");
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex KeyForm();

    private sealed record ScaleFile(Rating[] Ratings);
}

/// <summary>A rating of a scale.</summary>
/// <param name="Name">The name people read, such as “Mostly false”.</param>
/// <param name="Score">Its position between false and true; null if it has none, such as “Unverifiable”.</param>
public sealed record Rating(string Name, double? Score = null)
{
    /// <summary>What is stored and typed; by default the name in lower case with hyphens, such as <c>mostly-false</c>.</summary>
    public string Key
    {
        get => field ?? Name.Trim().ToLowerInvariant().Replace(' ', '-');
        init;
    }
}
