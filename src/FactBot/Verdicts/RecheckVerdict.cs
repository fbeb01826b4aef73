using FactBot.Chat;
using FactBot.Claims;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Verdicts;

/// <summary><c>/verdict recheck</c>: an editor records that they checked again and the verdict still holds.</summary>
public sealed class RecheckVerdict(FactBotDbContext db) : ICommand
{
    public static CommandSpec Spec { get; } = new("verdict recheck", "Say that a verdict was checked again and still holds")
    {
        ActsOn = _ => c => c.Verdicts.Any(v => v.ReplacedAt == null && v.RetractedAt == null),
        RequiredRole = DeskRole.Editor,
        Stages = Stages.ToCorrect,
        Options = [new OptionSpec("claim", "Number of the claim").Required().CompletedBy<CompleteClaim>()],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var claim = await db.GetClaimAsync(request.GetText("claim"), cancellationToken);
        await db.ApplyAsync(team, request, claim, new VerdictRechecked(), cancellationToken);
        Words next = claim.Verdict?.RecheckOn is { } on ? (Words)$" It is due for another check {on:D}." : $"";
        return Reply.Say(
            $"The verdict on {claim.Name} holds, and its post says that it was checked again.{next} If it no longer holds, use {new CommandName("verdict correct")} or {new CommandName("claim reopen")}.");
    }
}
