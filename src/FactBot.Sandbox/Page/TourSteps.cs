using FactBot.Sandbox.Demo;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Page;

/// <summary>A step of the tour.</summary>
/// <param name="Person">The person who does it.</param>
/// <param name="Channel">The channel it is done in.</param>
/// <param name="Title">What is done.</param>
/// <param name="Text">Why it is done, and what to press.</param>
/// <param name="Command">The command; null if the step moves time ahead instead.</param>
/// <param name="Done">What the reply says when it is done.</param>
/// <param name="Options">The values to fill in; <c>{article}</c> and <c>{claim}</c> are the numbers from earlier replies.</param>
internal sealed record TourStep(
    string Person, string Channel, string Title, string Text, string? Command, string Done, params (string Name, string Value)[] Options)
{
    /// <param name="draft">The command.</param>
    /// <param name="numbers">The numbers from earlier replies.</param>
    public CommandDraft Fill(CommandDraft draft, TourNumbers numbers)
    {
        foreach (var (name, value) in Options)
        {
            if (name == "file")
                draft.Files[name] = (value, File.ReadAllBytes(SampleArticle.File));
            else
                draft.Texts[name] = numbers.PutInto(value);
        }

        return draft;
    }
}

/// <summary>A team's day in nine steps.</summary>
internal static class TourSteps
{
    public static IReadOnlyList<TourStep> All { get; } =
    [
        new("Fay", "newsroom", "Fay brings an article",
            "“Fill it in for me” writes the command and attaches a sample article. Then press Enter to send it.",
            "article add", "is in: ", ("file", SampleArticle.Name)),
        new("Fay", "newsroom", "Fay submits a claim from it", "A claim is one statement that can be checked. Fill it in, and press Enter.",
            "claim submit", "is submitted", ("text", "The line has 14 stops"), ("article", "{article}")),
        new("Ada", "review", "Ada, the editor, accepts it", "She could as well press Accept on the claim’s card in #review. Fill it in, and press Enter.",
            "triage", "is open for review", ("claim", "{claim}"), ("action", "accept")),
        new("Ben", "review", "Ben brings a source", "Nobody votes before there is a source. Fill it in, and press Enter.",
            "evidence add", "is on #",
            ("claim", "{claim}"), ("url", "https://example.org/timetable"), ("stance", "supports"), ("publisher", "Transport office")),
        new("Ben", "review", "Ben votes", "Votes are sealed: nobody sees them until the round closes. Fill it in, and press Enter.",
            "vote", "Your vote on", ("claim", "{claim}"), ("rating", "true"), ("reason", "The timetable lists 14 stops.")),
        new("Chi", "review", "Chi votes", "Look at the card: it tells how many votes are in, and no rating. Fill it in, and press Enter.",
            "vote", "Your vote on", ("claim", "{claim}"), ("rating", "true"), ("reason", "I counted them on the map.")),
        new("Dee", "review", "Dee votes", "Three votes were needed, and no reviewer’s is missing, so the round closes. Fill it in, and press Enter.",
            "vote", "Your vote on", ("claim", "{claim}"), ("rating", "mostly-true"), ("reason", "One of them is still closed.")),
        new("Ada", "verdicts", "Ada publishes the verdict", "Fill it in and press Enter, write a summary and an explanation in the form, and submit it.",
            "verdict publish", "goes out to", ("claim", "{claim}")),
        new("Ada", "digest", "Tomorrow’s digest", "Time goes on until the bot posts in #digest.", Command: null, Done: ""),
    ];

    /// <summary>Whether nothing has been done in the world yet, beyond its opening scene.</summary>
    public static bool IsFirstVisit(SandboxWorld world) => world.State.Messages.TrueForAll(message => message.VisibleTo is not null);

    /// <summary>Moves time ahead until something is posted in #digest, a week at most.</summary>
    public static async Task GoToNextDigestAsync(SandboxParts parts)
    {
        var before = Latest(parts.World);
        await parts.ClockControl.AdvanceUntilAsync(() => Latest(parts.World) != before, TimeSpan.FromDays(7), CancellationToken.None);
    }

    private static string? Latest(SandboxWorld world)
    {
        lock (world.Gate)
        {
            return world.State.Channels.Find(channel => channel.Name == "digest")?.LastMessageId;
        }
    }
}
