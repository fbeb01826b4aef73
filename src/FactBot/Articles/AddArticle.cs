using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Articles;

/// <summary><c>/article add</c>: an article from an attached file, or from a form.</summary>
public sealed class AddArticle(DeskContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("article add", "Add an article to check, as a file or through a form")
    {
        Options =
        [
            new OptionSpec("file", "The article as .txt or .md, up to 1 MiB", OptionKind.File),
            new OptionSpec("url", "Where the article was published"),
            new OptionSpec("title", "Its headline; without it, the file's first line"),
            new OptionSpec("publisher", "Who published it"),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var title = request.FindText("title", Article.MaxTitle);
        var publisher = request.FindText("publisher", Article.MaxPublisher);
        var url = request.FindText("url") is { } address ? WebAddress.Get(address) : null;
        if (!request.Files.TryGetValue("file", out var file) && !request.IsFilledForm)
        {
            return Reply.Open(FormFor(title, url, publisher));
        }

        var text = (file, request.FindText("text")) switch
        {
            (null, null) => throw new DeskRuleException($"The article is missing: paste its text, or attach it as a .txt or .md file."),
            (null, var pasted) => pasted.ReplaceLineEndings("\n"),
            (_, null) => await TextFile.ReadAsync(file, cancel),
            _ => throw new DeskRuleException($"There is both a text and a file; send the form again with one of them."),
        };
        await RefuseSecondAsync(text, cancel);

        var article = new Article(
            team.Id, team.TakeArticleNumber(), title ?? TitleOf(text), text, request.Person.Id, time.GetUtcNow())
        {
            Url = url,
            Publisher = publisher,
        };
        db.Articles.Add(article);
        await db.RecordAsync(team, request, "added", $"article {article.Number}", cancel);

        return Reply.Say(
            $"Article {article.Number} is in: “{article.Title}”, {text.Length:N0} characters. Next, submit what it claims with {new CommandName("claim submit")}, naming article {article.Number}; quote it word for word and the place in the text is kept.");
    }

    private static Form FormFor(string? title, string? url, string? publisher) => new($"Add an article", Spec.Name, [],
    [
        new FormField("title", $"Title")
        {
            Value = title, IsRequired = false, MaxLength = Article.MaxTitle, Hint = $"Without it, the article's first line.",
        },
        new FormField("url", $"URL") { Value = url, IsRequired = false, MaxLength = WebAddress.MaxLength },
        new FormField("publisher", $"Publisher") { Value = publisher, IsRequired = false, MaxLength = Article.MaxPublisher },
        new FormField("text", $"Text")
        {
            Kind = FormFieldKind.Paragraph, IsRequired = false, Hint = $"Up to 4,000 characters; attach a longer article below.",
        },
        new FormField("file", $"Or a file")
        {
            Kind = FormFieldKind.File, IsRequired = false, Hint = $"The article as .txt or .md, up to 1 MiB.",
        },
    ]);

    /// <summary>The first line that has words in it, without the marks of a heading.</summary>
    private static string TitleOf(string text) =>
        Clip.To(text.Split('\n').Select(line => line.Trim(' ', '#', '\t', '-')).FirstOrDefault(line => line.Length > 0) ?? "Untitled", Article.MaxTitle);

    private async Task RefuseSecondAsync(string text, CancellationToken cancel)
    {
        var hash = Article.HashOf(text);
        var same = await db.Articles.FirstOrDefaultAsync(a => a.ContentHash == hash, cancel);
        if (same is not null)
        {
            throw new DeskRuleException($"The same text is here already as article {same.Number}, “{same.Title}”; use that one.");
        }
    }
}
