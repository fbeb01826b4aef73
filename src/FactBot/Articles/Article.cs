using System.Security.Cryptography;
using System.Text;
using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>An article that the team reads; its text is kept as it was added.</summary>
public sealed class Article
{
    public const int MaxTitle = 200;
    public const int MaxPublisher = 100;

    public Article(TeamId teamId, int number, string title, string text, PersonId addedBy, DateTimeOffset addedAt)
    {
        (TeamId, Number, Title, Text, AddedBy, AddedAt) = (teamId, number, title, text, addedBy, addedAt);
        ContentHash = HashOf(text);
    }

    private Article()
    {
    }

    public long Id { get; private set; }

    public TeamId TeamId { get; private set; }

    /// <summary>Counted per team from 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string? Url { get; init; }

    public string? Publisher { get; init; }

    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
