namespace FactBot.Privacy;

/// <summary>What who runs the bot says of privacy: the section “Privacy” of the settings.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Where their privacy policy can be read; an https address, or empty for none.</summary>
    public string PolicyUrl { get; set; } = "";

    /// <summary>How they can be reached, such as a mail address; shown by <c>/privacy</c>.</summary>
    public string Contact { get; set; } = "";

    internal bool IsValid => PolicyUrl.Length == 0 || (Uri.TryCreate(PolicyUrl, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps);
}
