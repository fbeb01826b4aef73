using System.ComponentModel.DataAnnotations;

namespace FactBot.Host.Operations;

/// <summary>The host's web port: the section “Web” of the settings.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>
    /// The address for health checks and for interactions that come over HTTP; a proxy in front of it provides HTTPS.
    /// Empty opens no port.
    /// </summary>
    [RegularExpression(@"http://([^/:\s\[\]]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}/?", ErrorMessage = "an http address with a port, such as http://127.0.0.1:8080")]
    public string Url { get; set; } = "";
}
