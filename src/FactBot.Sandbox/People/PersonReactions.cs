using System.Text.Json.Nodes;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Discord.Routes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>What people do to a message without an interaction: react, and vote in a poll. Requires the world's lock.</summary>
internal sealed class PersonReactions(SandboxWorld world, ReactionRoutes reactions, PollRoutes polls)
{
    public JsonObject React(string name, JsonObject order)
    {
        var (person, message) = Read(name, order);
        try
        {
            reactions.Add(message, person.Id, order.Text("emoji") ?? "");
        }
        catch (DiscordRefusal refusal)
        {
            throw PeopleRefusal.NotPossible(refusal.Message + ".");
        }

        world.TellChanged();
        return world.ToJson(message);
    }

    public JsonObject Vote(string name, JsonObject order)
    {
        var (person, message) = Read(name, order);
        var answers = (order.List("answers") ?? []).Select(answer => answer.AsNumber() ?? 0).Distinct().ToList();
        var poll = message.Json.Map("poll") ?? throw PeopleRefusal.NotPossible("The message has no poll.");
        if (message.IsPollOver(world.Clock.GetUtcNow()))
            throw PeopleRefusal.NotPossible("The poll is over.");
        if (answers.Count > 1 && poll.Flag("allow_multiselect") != true)
            throw PeopleRefusal.NotPossible("The poll takes one answer.");
        if (answers.Exists(id => !poll.Maps("answers").Any(answer => answer.Number("answer_id") == id)))
            throw PeopleRefusal.NotPossible("The poll has no such answer; they are counted from 1.");
        polls.Vote(message, person.Id, answers);
        world.TellChanged();
        return world.ToJson(message);
    }

    private (Person Person, StoredMessage Message) Read(string name, JsonObject order)
    {
        var person = world.GetPersonNamed(name);
        var id = order.Member("message").AsWritten();
        return world.FindMessage(id) is { } message && message.IsVisibleTo(person.Id)
            ? (person, message)
            : throw PeopleRefusal.NotFound($"{person.Name} sees no message '{id}'.");
    }
}
