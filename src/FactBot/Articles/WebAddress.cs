using FactBot.Chat;

namespace FactBot.Articles;

/// <summary>An address of a page, as an article or a source has it.</summary>
public static class WebAddress
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 600;

    /// <summary>The address in its usual form; a refusal where it is none of the web.</summary>
    public static string Get(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Contains('.', StringComparison.Ordinal)
        && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri is { Length: <= MaxLength } address
                ? address
                : throw new DeskRuleException($"That web address is longer than {MaxLength:N0} characters; give a shorter one.")
            : throw new DeskRuleException($"“{Clip.To(text, 80)}” is no public web address; copy it whole, from https:// on, without a password in it.");
}
