using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;
using FactBot.Quotas;
using FactBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary><c>/me forget</c>: erases what is kept about the person who asks, after they confirm it.</summary>
public sealed class ForgetMe(FactBotDbContext db, RoleObservations observations, ForgottenUses uses) : ICommand
{
    public static CommandSpec Spec { get; } = new("me forget", "Have FactBot erase what it keeps about you in this server") { IsNoted = false };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (!await new PersonInTables(db, request.Person.Id).IsAnywhereAsync(cancellationToken))
        {
            // A person who was only seen isn't recorded after all.
            observations.Forget(team.Id, request.Person.Id);
            return Reply.Say(await new ErasureProgress(db, db.Time).TellAsync(request.Person.Id, cancellationToken));
        }

        if (request.FindText("sure") is null)
        {
            return Ask(await CountAsync(request.Person.Id, cancellationToken));
        }

        return await new PersonEraser(db, observations, uses).ForgetAsync(team, request, cancellationToken)
            ? Reply.Say($"You are forgotten here: “a former member” stands in your place, and your words are erased. Messages in Discord are changed within minutes, and the database’s files are written anew tonight; {new CommandName("me data")} tells how far that is. If you use FactBot here again, it begins anew; only today’s limits still count what you did today.")
            : Reply.Say(await new ErasureProgress(db, db.Time).TellAsync(request.Person.Id, cancellationToken));
    }

    private static Reply Ask(Traces traces) => Reply.Show(
        new Card($"Erase what FactBot keeps about you here?")
        {
            Tone = CardTone.Trouble,
            Text = $"FactBot knows of you in this server: {Count.Of(traces.Claims, "claim")}, {Count.Of(traces.Sources, "source")}, {Count.Of(traces.Votes, "vote")}, {Count.Of(traces.Articles, "article")}. It cannot be undone; {new CommandName("me data")} hands you a copy first.",
            Fields =
            [
                new($"What goes", $"• your name, everywhere: the audit trail, FactBot’s messages, and where others mention you by @\n• the words of your claims that nobody accepted, or that were turned away, also where others quoted them\n• the reasons of your votes; votes in rounds that are open no longer count\n• messages of yours that were kept as evidence\n• articles you pasted or attached, unless a claim that the team keeps stands in them\n• your topics, absences and wishes"),
                new($"What stays, without your name", $"• claims that the team checks or has checked, with their sources, and the articles they stand in\n• published verdicts, with the dissent that was published with them, and the team’s reasons for its decisions\n• numbers"),
                new($"What FactBot can’t reach", $"• your name where others typed it as plain text\n• messages you wrote in Discord yourself\n• backups that who runs the bot has made: they expire as their privacy policy says"),
            ],
            Buttons = [new Button($"Erase it", Spec.Name, ("sure", "yes")) { Look = ButtonLook.Danger, TurnsPage = true }],
        });

    private async Task<Traces> CountAsync(PersonId person, CancellationToken cancellationToken) => new(
        await db.Claims.CountAsync(c => c.SubmittedBy == person, cancellationToken),
        await db.Claims.SelectMany(c => c.Sources).CountAsync(s => s.AddedBy == person, cancellationToken),
        await db.Claims.SelectMany(c => c.Ballots).CountAsync(b => b.Reviewer == person, cancellationToken),
        await db.Articles.CountAsync(a => a.AddedBy == person, cancellationToken));

    private sealed record Traces(int Claims, int Sources, int Votes, int Articles);
}
