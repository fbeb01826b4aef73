using System.ComponentModel.DataAnnotations;

namespace FactBot.Privacy;

/// <summary>The operator's privacy settings: the configuration section “Privacy”.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>The URL of the operator's privacy policy; an https address, or empty for none.</summary>
    [RegularExpression("(https://.+)?", ErrorMessage = "an https address, such as https://example.org/privacy, or leave it empty")]
    public string PolicyUrl { get; set; } = "";

    /// <summary>How to reach the operator, such as an email address; shown by <c>/privacy</c>.</summary>
    [MaxLength(200, ErrorMessage = "how people reach you, in at most 200 characters")]
    public string Contact { get; set; } = "";
}
