using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace FactBot.Pages;

/// <summary>Which pages may be fetched: the “Pages” section of the settings.</summary>
public sealed class PagesOptions
{
    public const string Section = "Pages";

    private const string Port = "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})";

    /// <summary>The ports that pages may be fetched from, separated by commas; the web's own ports by default.</summary>
    [Required(ErrorMessage = "port numbers from 1 to 65535 with commas between, such as 80, 443, 8080")]
    [RegularExpression($"{Port}( *, *{Port})*", ErrorMessage = "port numbers from 1 to 65535 with commas between, such as 80, 443, 8080")]
    public string Ports { get; set; } = "80, 443";

    internal int[] PortNumbers => [.. Ports.Split(',', StringSplitOptions.TrimEntries).Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
}
