using System.Globalization;
using System.Text;
using FactBot.Domain.Articles;
using FactBot.Domain.Audit;
using FactBot.Domain.Claims;
using FactBot.Domain.Evidence;
using FactBot.Domain.Teams;
using FactBot.Domain.Verdicts;
using FactBot.Domain.Votes;
using FactBot.Teams;

namespace FactBot.Host.Export;

/// <summary>Writes what a team has checked as a readable document: its articles, claims and audit trail.</summary>
internal static class TeamMarkdown
{
    public static string Write(Team team, IEnumerable<Article> articles, IEnumerable<Claim> claims, IEnumerable<AuditEntry> audit, RatingScales scales)
    {
        var text = new StringBuilder($"# Team {team.Id}\n");
        text.Append("\n## Articles\n\n");
        foreach (var article in articles)
        {
            text.Append(CultureInfo.InvariantCulture, $"{article.Number}. {Line(article.Title)}{After(", ", article.Publisher)}{After(": ", article.Url)}\n");
        }

        text.Append("\n## Claims\n");
        foreach (var claim in claims)
        {
            Append(text, claim, scales.Of(claim));
        }

        text.Append("\n## Audit trail\n\n| entry | at | who | what | hash |\n|---|---|---|---|---|\n");
        foreach (var entry in audit)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {entry.Number} | {Instant(entry.At)} | {(entry.Who is { } who ? $"{who}" : "the desk")} | {Line(entry.Action)} {Line(entry.Subject)} | {entry.Hash[..16]} |\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Claim claim, RatingScale scale)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {claim.Name} · {claim.Stage}\n\n> {Line(claim.Text)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Submitted by {claim.SubmittedBy} at {Instant(claim.SubmittedAt)}{After("; said by ", claim.Claimant)}");
        text.Append(claim.Appearance is { } place ? $"; in article {place.ArticleNumber}.\n" : ".\n");
        AppendList(text, "Sources", claim.Sources.Select(Describe));
        AppendList(text, "Votes", Unsealed.BallotsOf(claim).Select(b => Describe(b, scale)));
        AppendList(text, "Verdicts", claim.Verdicts.Select(Describe));
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.Select(line => $"- {line}\n").ToList();
        text.Append(list.Count == 0 ? "" : $"\n**{title}**\n\n{string.Concat(list)}");
    }

    private static string Describe(Source source) =>
        $"{source.Number}. {source.Stance.ToString().ToLowerInvariant()}: {source.Url}{After(", ", source.Publisher)}{After(": ", source.Quote)}{After("; struck: ", source.StruckFor)}";

    private static string Describe(Ballot ballot, RatingScale scale) =>
        $"{ballot.Reviewer}, round {ballot.Round}: {scale.NameOf(ballot.Rating)} ({ballot.Confidence.ToString().ToLowerInvariant()} confidence): {Line(ballot.Reason)}";

    private static string Describe(Verdict verdict) =>
        $"Version {verdict.Version}, {Instant(verdict.PublishedAt)}: {verdict.RatingName}. {Line(verdict.Summary)} {Line(verdict.Explanation)}{After(" Corrected: ", verdict.CorrectedFor)}{After(" Retracted: ", verdict.RetractedFor)}"
        + string.Concat(verdict.Dissents.Select(d => $" Dissent: {d.Rating}: {Line(d.Reason)}"));

    private static string After(string lead, string? text) => string.IsNullOrEmpty(text) ? "" : lead + Line(text);

    /// <summary>Puts a person's text on one line, escaped: none of it becomes a heading, link or table cell.</summary>
    private static string Line(string text) => Chat.Markdown.Escape(text.ReplaceLineEndings(" "));

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
