using FactBot.Chat;
using FactBot.Domain.Teams;
using FactBot.Storage;

namespace FactBot.Privacy;

/// <summary><c>/me data</c>: returns everything kept about the person who asks, as a file.</summary>
public sealed class ShowMyData(FactBotDbContext db, TimeProvider time) : ICommand
{
    public static CommandSpec Spec { get; } = new("me data", "All that FactBot keeps about you in this server, as a file")
    {
        IsNoted = false,
        IsCostly = true,
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        if (!await new PersonInTables(db, request.Person.Id).IsAnywhereAsync(cancellationToken))
        {
            return Reply.Say(await new ErasureProgress(db, time).TellAsync(request.Person.Id, cancellationToken));
        }

        var json = await new MyData(db).ReadAsync(request.Person, team, time.GetUtcNow(), cancellationToken);
        return Reply.Hand(
            $"This is all that FactBot keeps about you in this server; only you see it. {new CommandName("me forget")} erases it.",
            new ReplyFile("my-data.json", "application/json", json));
    }
}
