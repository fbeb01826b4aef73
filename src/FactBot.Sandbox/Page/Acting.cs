using System.Text.Json.Nodes;
using FactBot.Sandbox.Demo;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;

namespace FactBot.Sandbox.Page;

/// <summary>Does what the person in a tab asks for, as Discord's app would, and shows the result.</summary>
internal sealed class Acting(SandboxParts parts, TabState tab)
{
    private const string NoAnswer = "The application did not respond";
    private const string Failed = "This interaction failed";

    /// <summary>Sends the command; returns a sentence saying what is wrong with it, or null.</summary>
    public async Task<string?> SendAsync(CommandDraft draft)
    {
        var order = new JsonObject
        {
            ["channel"] = tab.ChannelId,
            ["command"] = draft.Command.Name,
            ["options"] = draft.Options,
            ["attachments"] = draft.Files.Select(file => new JsonObject
            {
                ["option"] = file.Key,
                ["name"] = file.Value.Name,
                ["contentBase64"] = Convert.ToBase64String(file.Value.Content),
            }).ToJsonArray(),
        };
        tab.Return();
        return await RunAsync(
            cancellationToken => parts.PageActions.RunCommandAsync(tab.PersonId, order, cancellationToken),
            null, NoAnswer, $"Sending /{draft.Command.Name} …", answer => tab.TellAnswered(draft.Command.Name, new Answer(answer)));
    }

    public Task<string?> UseOnMessageAsync(string command, string messageId) => RunAsync(
        cancellationToken => parts.PageActions.UseMessageCommandAsync(
            tab.PersonId, new JsonObject { ["command"] = command, ["message"] = messageId }, cancellationToken),
        null, NoAnswer, $"Sending “{command}” …");

    /// <summary>Presses a button, or chooses values.</summary>
    public async Task ClickAsync(string messageId, string customId, IReadOnlyList<string>? values = null)
    {
        var order = new JsonObject { ["message"] = messageId, ["customId"] = customId, ["values"] = values?.ToJsonArray() };
        var refusal = await RunAsync(
            cancellationToken => parts.PageActions.ClickAsync(tab.PersonId, order, cancellationToken), messageId, Failed, sending: null);
        if (refusal is not null)
            Say(new Note(tab.ChannelId, tab.PersonId, messageId, refusal, IsFailure: true));
    }

    /// <summary>Submits a form; returns what is wrong with it, in which case it stays open, or null.</summary>
    public async Task<string?> SubmitAsync(Form form, JsonObject values)
    {
        try
        {
            var answer = await parts.PageActions.SubmitAsync(
                tab.PersonId, form.Id, new JsonObject { ["values"] = values }, CancellationToken.None);
            if (answer.Text("outcome") == "failed" && !form.IsSubmitted)
                return "Something went wrong. Try again.";
            tab.Show(null);
            if (form.Origin.Command is { } command)
                tab.TellAnswered(command, new Answer(answer));
            return null;
        }
        catch (PeopleRefusal refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Returns the bot's suggestions for an option as it's typed; none if the bot doesn't respond.</summary>
    public async Task<IReadOnlyList<Choice>> CompleteAsync(CommandDraft draft, string option, string typed)
    {
        var options = draft.Options;
        options.Remove(option);
        try
        {
            var answer = await parts.PageActions.CompleteAsync(tab.PersonId, new JsonObject
            {
                ["channel"] = tab.ChannelId,
                ["command"] = draft.Command.Name,
                ["option"] = option,
                ["value"] = typed,
                ["options"] = options,
            }, CancellationToken.None);
            return [.. answer.Maps("choices").Select(one => new Choice(one.Text("name") ?? "", one.Member("value").AsWritten() ?? ""))];
        }
        catch (PeopleRefusal)
        {
            return [];
        }
    }

    /// <summary>Writes an ordinary message; returns what is wrong with it, or null.</summary>
    public string? Write(string text)
    {
        try
        {
            lock (parts.World.Gate)
            {
                parts.Writing.Write(tab.PersonId, new JsonObject { ["channel"] = tab.ChannelId, ["content"] = text });
            }

            tab.Return();
            return null;
        }
        catch (PeopleRefusal refusal)
        {
            return refusal.Message;
        }
    }

    private async Task<string?> RunAsync(
        Func<CancellationToken, Task<JsonObject>> act, string? messageId, string failure, string? sending, Action<JsonObject>? tell = null)
    {
        var (channel, person) = (tab.ChannelId, tab.PersonId);
        tab.Notes.RemoveAll(note => note.MessageId == messageId && note.ChannelId == channel && note.PersonId == person);
        var pending = new Note(channel, person, messageId, sending ?? "", IsFailure: false);
        if (sending is not null)
            Say(pending);
        try
        {
            if (!parts.Presence.IsSceneOver)
                await parts.Presence.WaitAsync(CancellationToken.None);
            var answer = await act(CancellationToken.None);
            tab.Notes.Remove(pending);
            if (answer.Text("outcome") == "failed")
                Say(new Note(channel, person, messageId, failure, IsFailure: true));
            else if (answer.Map("form").Text("id") is { } form && tab.PersonId == person)
                tab.Show(parts.Book.FindForm(form));
            tab.Tell();
            tell?.Invoke(answer);
            return null;
        }
        catch (PeopleRefusal refusal)
        {
            tab.Notes.Remove(pending);
            tab.Tell();
            return refusal.Message;
        }
    }

    private void Say(Note note)
    {
        tab.Notes.Add(note);
        tab.Tell();
    }
}
