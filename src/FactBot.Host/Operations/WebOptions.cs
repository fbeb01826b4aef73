namespace FactBot.Host.Operations;

/// <summary>The host's web port: the section “Web” of the settings.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>
    /// Where health is told, and interactions are listened for when they come by HTTP; a proxy before it brings HTTPS.
    /// Empty opens no port.
    /// </summary>
    public string Url { get; set; } = "";

    /// <summary>Whether it is an address, or none.</summary>
    public bool IsValid => Url.Length == 0 || (Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");
}
