using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FactBot.Chat;
using FactBot.Domain;

namespace FactBot.Host.Chat;

/// <summary>Renders <see cref="Words"/> as Discord's markdown, or as plain text where Discord supports no markup.</summary>
internal static partial class Markdown
{
    /// <summary>For contents, descriptions and fields. People's text appears as they wrote it, whatever it contains.</summary>
    public static string Of(Words words) => Render(words, Escape, MarkUp);

    /// <summary>For form titles, labels and footers.</summary>
    public static string Plain(Words words) => Render(words, text => text, argument => argument.Value switch
    {
        DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        _ => null,
    });

    /// <summary>Escapes everything in a person's text that Discord would treat as markup or a mention, except in URLs.</summary>
    public static string Escape(string text) =>
        Special().Replace(text, match => match.Groups["url"].Success ? match.Value : match.Groups["indent"].Value + "\\" + match.Groups["mark"].Value);

    private static string Render(Words words, Func<string, string> showText, Func<WordsArgument, string?> markUp)
    {
        var shown = new StringBuilder();
        foreach (Match part in Hole().Matches(words.Format))
        {
            shown.Append(part.Value switch
            {
                "{{" => "{",
                "}}" => "}",
                ['{', .. var number, '}'] => Show(words.Arguments[int.Parse(number, CultureInfo.InvariantCulture)]),
                var literal => literal,
            });
        }

        return shown.ToString();

        string Show(WordsArgument argument) => markUp(argument) ?? argument.Value switch
        {
            null => "",
            Words inner => Render(inner, showText, markUp),
            IFormattable value => showText(value.ToString(argument.Style, CultureInfo.InvariantCulture)),
            var other => showText(other.ToString() ?? ""),
        };
    }

    private static string? MarkUp(WordsArgument argument) => argument.Value switch
    {
        PersonId { IsFormerMember: true } => "a former member",
        PersonId person => $"<@{person}>",
        ChannelId channel => $"<#{channel}>",
        RoleId role => $"<@&{role}>",
        DateTimeOffset at => $"<t:{at.ToUnixTimeSeconds()}:{argument.Style ?? "f"}>",
        CommandName command => $"`/{command.Name}`",
        MessageLink link => Link(link.Label, $"https://discord.com/channels/{link.Team}/{link.Channel}/{link.Message}"),
        PageLink link => Link(link.Label, link.Url),
        _ => null,
    };

    private static string Link(string label, string url) =>
        $"[{Mark().Replace(label, @"\$0")}](<{url.Replace(">", "%3E", StringComparison.Ordinal)}>)";

    [GeneratedRegex(@"\{\{|\}\}|\{\d+\}|[^{}]+")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[\\*_~`|<>\[\]()@]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<url>https?://[^\s<>\\|*`]+)|(?m:^(?<indent>[ \t]*)(?<mark>#(?=#{0,2}\s)|>(?=(?:>>)?\s)|-(?=[\s#])))|(?m:(?<=^[ \t]*\d+)(?<mark>\.))|(?<mark>[\\*_~`|<>\[\]@])")]
    private static partial Regex Special();
}
