using FactBot.Chat;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Claims;

/// <summary><c>/claim list</c>: the team's claims, all or of one stage, the newest first, in pages.</summary>
public sealed class ListClaims(DeskContext db) : ICommand
{
    private const int PageSize = 10;

    public static CommandSpec Spec { get; } = new("claim list", "The team's claims, by stage")
    {
        Options =
        [
            new OptionSpec("stage", "Only those of this stage")
                .OneOf([.. Enum.GetNames<Stage>().Select(name => new Choice(name, name.ToLowerInvariant()))]),
        ],
    };

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        var stage = request.FindText("stage") is { } name ? StageOf(name) : (Stage?)null;
        var claims = db.Claims.Where(c => stage == null || c.Stage == stage);
        var page = Page.Of(request, await claims.CountAsync(cancel), PageSize);
        if (page.Total == 0)
        {
            return stage is null
                ? Reply.Say($"There is no claim yet. Submit the first with {new CommandName("claim submit")}.")
                : Reply.Say($"No claim is *{stage}* now. See them all with {new CommandName("claim list")}.");
        }

        var rows = await claims.OrderByDescending(c => c.Number).Skip(page.Skip).Take(PageSize).ToListAsync(cancel);
        Words title = stage is null ? (Words)$"Claims" : $"Claims: {stage}";
        return Reply.Show(new Card(title)
        {
            Text = Words.Join("\n", rows.Select(ClaimLine.Of)),
            Footer = page.Footer,
            Buttons = page.Buttons(Spec.Name, stage is null ? [] : [("stage", stage.Value.ToString())]),
        });
    }

    private static Stage StageOf(string name) =>
        Enum.GetValues<Stage>().Where(s => s.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(s => (Stage?)s).FirstOrDefault()
        ?? throw new DeskRuleException($"“{name}” is no stage; choose one of {string.Join(", ", Enum.GetNames<Stage>())}.");
}
