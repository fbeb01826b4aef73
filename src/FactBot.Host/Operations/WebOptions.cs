namespace FactBot.Host.Operations;

/// <summary>The host's web port: the section “Web” of the settings.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where interactions are listened for when they come by HTTP; a proxy before it brings HTTPS.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";
}
