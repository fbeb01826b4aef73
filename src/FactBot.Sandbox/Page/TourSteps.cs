using System.Text;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Page;

/// <summary>A step of the tour.</summary>
/// <param name="Person">Who does it.</param>
/// <param name="Channel">Where.</param>
/// <param name="Title">What is done.</param>
/// <param name="Text">What it is good for, and what to press.</param>
/// <param name="Command">The command; null where time goes on instead.</param>
/// <param name="Options">What is filled in.</param>
internal sealed record TourStep(string Person, string Channel, string Title, string Text, string? Command, params (string Name, string Value)[] Options)
{
    /// <summary>What has to be answered for the tour to go on: the command, or the form it opens.</summary>
    public string? Answer => Command == "verdict publish" ? "verdict publish form" : Command;

    public CommandDraft Fill(CommandDraft draft)
    {
        foreach (var (name, value) in Options)
        {
            if (name == "file")
                draft.Files[name] = (value, Encoding.UTF8.GetBytes(TourSteps.Article));
            else
                draft.Texts[name] = value;
        }

        return draft;
    }
}

/// <summary>A team's day in nine steps.</summary>
internal static class TourSteps
{
    public const string Article =
        "Harbour tram opens two years late\n\nThe first tram crossed the Old Harbour Bridge on Monday. The line cost 214 million "
        + "crowns, which is 38 percent more than the council approved.\n\nThe line has 14 stops and is expected to carry 30,000 "
        + "passengers a day by the end of its second year.\n";

    public static IReadOnlyList<TourStep> All { get; } =
    [
        new("Fay", "newsroom", "Fay brings an article", "“Fill it in for me” writes the command and attaches a sample article. Then press Enter to send it.",
            "article add", ("file", "harbour-tram.txt")),
        new("Fay", "newsroom", "Fay submits a claim from it", "A claim is one statement that can be checked. Fill it in, and press Enter.",
            "claim submit", ("text", "The line has 14 stops"), ("article", "1")),
        new("Ada", "review", "Ada, the editor, accepts it", "She could as well press Accept on the claim’s card in #review. Fill it in, and press Enter.",
            "triage", ("claim", "1"), ("action", "accept")),
        new("Ben", "review", "Ben brings a source", "Nobody votes before there is a source. Fill it in, and press Enter.",
            "evidence add", ("claim", "1"), ("url", "https://example.org/timetable"), ("stance", "supports"), ("publisher", "Transport office")),
        new("Ben", "review", "Ben votes", "Votes are sealed: nobody sees them until the round closes. Fill it in, and press Enter.",
            "vote", ("claim", "1"), ("rating", "true"), ("reason", "The timetable lists 14 stops.")),
        new("Chi", "review", "Chi votes", "Look at the card: it tells how many votes are in, and no rating. Fill it in, and press Enter.",
            "vote", ("claim", "1"), ("rating", "true"), ("reason", "I counted them on the map.")),
        new("Dee", "review", "Dee votes", "With three votes and two thirds for one rating the round closes. Fill it in, and press Enter.",
            "vote", ("claim", "1"), ("rating", "mostly-true"), ("reason", "One of them is still closed.")),
        new("Ada", "verdicts", "Ada publishes the verdict", "Fill it in and press Enter, write a summary and an explanation in the form, and submit it.",
            "verdict publish", ("claim", "1")),
        new("Ada", "digest", "Tomorrow’s digest", "Time goes on until the bot posts in #digest.", Command: null),
    ];

    /// <summary>Whether nothing has been done in the world yet, beyond its opening scene.</summary>
    public static bool IsFirstVisit(SandboxWorld world) => world.State.Messages.TrueForAll(message => message.VisibleTo is not null);

    /// <summary>Lets time go on until something is posted in #digest, a week at most.</summary>
    public static async Task GoToNextDigestAsync(SandboxParts parts)
    {
        var before = Latest(parts.World);
        await parts.ClockHand.AdvanceUntilAsync(() => Latest(parts.World) != before, TimeSpan.FromDays(7), CancellationToken.None);
    }

    private static string? Latest(SandboxWorld world)
    {
        lock (world.Gate)
        {
            return world.State.Channels.Find(channel => channel.Name == "digest")?.LastMessageId;
        }
    }
}
