using System.ComponentModel.DataAnnotations;

namespace FactBot.Privacy;

/// <summary>What who runs the bot says of privacy: the section “Privacy” of the settings.</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Where their privacy policy can be read; an https address, or empty for none.</summary>
    [RegularExpression("(https://.+)?", ErrorMessage = "an https address, such as https://example.org/privacy, or leave it empty")]
    public string PolicyUrl { get; set; } = "";

    /// <summary>How they can be reached, such as a mail address; shown by <c>/privacy</c>.</summary>
    [MaxLength(200, ErrorMessage = "how people reach you, in at most 200 characters")]
    public string Contact { get; set; } = "";
}
