namespace FactBot.Domain.Evidence;

/// <summary>The text of a page or message as it was when it became evidence; stored once per team.</summary>
/// <param name="hash">SHA-256 of the text in UTF-8, in hexadecimal.</param>
public sealed class KeptText(TeamId teamId, string hash, string text)
{
    public TeamId TeamId { get; private set; } = teamId;

    public string Hash { get; private set; } = hash;

    public string Text { get; private set; } = text;
}
