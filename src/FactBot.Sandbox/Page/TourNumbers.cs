using System.Text.RegularExpressions;

namespace FactBot.Sandbox.Page;

/// <summary>The numbers of the tour's own article and claim, which aren't the first in a world with earlier activity.</summary>
internal sealed partial class TourNumbers
{
    private string article = "1";
    private string claim = "1";

    /// <summary>Reads them from the bot's reply.</summary>
    public void Read(string answer)
    {
        if (Article().Match(answer) is { Success: true } added)
            article = added.Groups["number"].Value;
        if (Claim().Match(answer) is { Success: true } submitted)
            claim = submitted.Groups["number"].Value;
    }

    public string PutInto(string value) => value
        .Replace("{article}", article, StringComparison.Ordinal).Replace("{claim}", claim, StringComparison.Ordinal);

    [GeneratedRegex("^Article (?<number>[0-9]+) is in")]
    private static partial Regex Article();

    [GeneratedRegex("^Claim #(?<number>[0-9]+) is submitted")]
    private static partial Regex Claim();
}
