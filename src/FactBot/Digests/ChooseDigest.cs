using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain.Assignments;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Text.Characters;

namespace FactBot.Digests;

/// <summary><c>/me digest</c>: turns a reviewer's personal digest of open assignments on or off.</summary>
public sealed class ChooseDigest(FactBotDbContext db, ReviewerDirectory directory) : ICommand
{
    public static CommandSpec Spec { get; } = new("me digest", "Get your own open reviews as a direct message with each digest")
    {
        RequiredRole = DeskRole.Reviewer,
        Options = [new OptionSpec("send", "Empty shows it").OneOf(new Choice("On", "on"), new Choice("Off", "off"))],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var me = await directory.MeetAsync(request.Person, team, cancellationToken);
        if (request.FindText("send") is { } send)
        {
            var wants = send.ToLowerInvariant() switch
            {
                "on" => true,
                "off" => false,
                _ => throw new DeskRuleException($"**send** is on or off; you gave “{Clip.To(send, 40)}”."),
            };
            me.AskForDigest(wants);
            await db.RecordAsync(team, request, wants ? "asked for their duties by message" : "wants no duties by message", "themselves", cancellationToken);
        }

        return me.WantsDigest
            ? Reply.Say($"You get your open reviews by direct message {WeekdayText.Name(team.Digests.Days)} at {team.Digests.Time:HH\\:mm} ({team.Zone}), on days when you have some. FactBot can write to you only while you allow direct messages from members of this server.")
            : Reply.Say($"You get no direct messages. {new CommandName("me digest")} with **send:on** brings your open reviews with each digest; if it was on, FactBot was not allowed to write to you and stopped: allow direct messages from members of this server, then turn it on again.");
    }
}
