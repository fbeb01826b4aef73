using FactBot.Assignments;
using FactBot.Chat;
using FactBot.Claims;
using FactBot.Storage;
using FactBot.Teams;
using Microsoft.EntityFrameworkCore;

namespace FactBot.Privacy;

/// <summary><c>/me forget</c>: erases what the desk keeps about who asks, once they have said that they are sure.</summary>
public sealed class ForgetMe(DeskContext db, Sightings sightings) : ICommand
{
    public static CommandSpec Spec { get; } = new("me forget", "Have FactBot erase what it keeps about you in this server");

    public async Task<Reply> RunAsync(Request request, Team team, CancellationToken cancel)
    {
        if (request.FindText("sure") is null)
        {
            return Ask(await CountAsync(request.Person.Id, cancel));
        }

        await new Forgetting(db, sightings).ForgetAsync(team, request, cancel);
        return Reply.Say($"You are forgotten here: where you stood, “a former member” stands now, and your words are erased. Messages that show you are edited within minutes. If you use FactBot here again, it begins anew.");
    }

    private static Reply Ask(Traces traces) => Reply.Show(
        new Card($"Erase what FactBot keeps about you here?")
        {
            Tone = CardTone.Trouble,
            Text = $"FactBot knows of you in this server: {Count.Of(traces.Claims, "claim")}, {Count.Of(traces.Sources, "source")}, {Count.Of(traces.Votes, "vote")}. It cannot be undone; {new CommandName("me data")} hands you a copy first.",
            Fields =
            [
                new($"What goes", $"• your name, everywhere, the audit trail included\n• the words of your claims that nobody accepted, or that were turned away\n• the reasons of your votes; votes in rounds that are open no longer count\n• messages of yours that were kept as evidence\n• your topics, absences and wishes"),
                new($"What stays, without your name", $"• claims that the team checks or has checked, with their sources\n• published verdicts, with the dissent that was published with them\n• numbers"),
            ],
            Buttons = [new Button($"Erase it", Spec.Name, ("sure", "yes")) { Look = ButtonLook.Danger, TurnsPage = true }],
        });

    private async Task<Traces> CountAsync(PersonId person, CancellationToken cancel) => new(
        await db.Claims.CountAsync(c => c.SubmittedBy == person, cancel),
        await db.Claims.SelectMany(c => c.Sources).CountAsync(s => s.AddedBy == person, cancel),
        await db.Claims.SelectMany(c => c.Ballots).CountAsync(b => b.Reviewer == person, cancel));

    private sealed record Traces(int Claims, int Sources, int Votes);
}
