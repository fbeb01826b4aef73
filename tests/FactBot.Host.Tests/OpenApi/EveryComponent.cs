using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Host.Chat;
using FactBot.Host.Tests.Sandbox;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>Every menu and every kind of field that the seam knows: rendered, used by Ben in the sandbox and read again.</summary>
internal static class EveryComponent
{
    private static readonly Choice[] Choices = [new("One", "1"), new("Two", "2"), new("Three", "3")];

    private static readonly RequestReader Reader = new(rest: null!);

    public static Form FormOf(params FormFieldKind[] kinds) => new($"Every field", "vote", [("claim", "#1")],
        [.. kinds.Select(kind => new FormField($"{kind}", $"{kind}") { Kind = kind, Choices = Choices, Most = 2 })]);

    public static Menu MenuOf(MenuKind kind) => new($"Choose {kind}", "assign", "reviewer", ("claim", "#1"))
    {
        Kind = kind,
        Choices = Choices,
        Most = 2,
    };

    /// <summary>Shows and uses every one of them.</summary>
    public static async Task UseAllAsync(Play play)
    {
        await FillAsync(
            play, FormOf(FormFieldKind.Choice, FormFieldKind.Radio, FormFieldKind.Boxes, FormFieldKind.Tick, FormFieldKind.File),
            """{"Choice":["1"],"Radio":"2","Boxes":["3"],"Tick":true,"File":{"name":"a.txt","contentBase64":"YWJj"}}""");
        await FillAsync(
            play, FormOf(FormFieldKind.Person, FormFieldKind.Role, FormFieldKind.PersonOrRole, FormFieldKind.Channel, FormFieldKind.Line),
            """{"Person":["Chi"],"Role":["editor"],"PersonOrRole":["Ada"],"Channel":["review"],"Line":"Words"}""");
        foreach (var (kind, value) in Enum.GetValues<MenuKind>().Zip(["1", "Chi", "editor", "Ada", "review"]))
        {
            await ChooseAsync(play, MenuOf(kind), value);
        }
    }

    /// <summary>Opens the form for Ben, who fills it; the request that comes of it.</summary>
    public static async Task<Request> FillAsync(Play play, Form form, string values)
    {
        var callback = JsonSerializer.Serialize(FormRenderer.ModalOf(form), DiscordJson.Default.InteractionResponse);
        var (_, answer) = await play.BenGetsAsync(callback);
        return await ReadAsync(play, play.PostAsync($"/people/Ben/forms/{answer.Map("form").Text("id")}", $$"""{"values":{{values}}}"""));
    }

    /// <summary>Shows the menu in a reply to Ben, who chooses; the request that comes of it.</summary>
    public static async Task<Request> ChooseAsync(Play play, Menu menu, params string[] values)
    {
        var reply = ReplyRenderer.Render(Reply.Say($"Choose.") with { Menus = [menu] }, turnsPage: false).First;
        var (_, answer) = await play.BenGetsAsync(JsonSerializer.Serialize(reply, DiscordJson.Default.InteractionResponse));
        var select = answer.Map("message").Maps("components").Single().Maps("components").Single();
        return await ReadAsync(play, play.PostAsync("/people/Ben/clicks", new JsonObject
        {
            ["message"] = answer.Map("message").Text("id"),
            ["customId"] = select.Text("custom_id"),
            ["values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
        }.ToJsonString()));
    }

    private static async Task<Request> ReadAsync(Play play, Task<RestReply> acting)
    {
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Thank you."}}""");
        var reply = await acting;
        Assert.True(reply.Status == 200, reply.Body?.ToJsonString());
        return Reader.Find(interaction.Deserialize(DiscordJson.Default.Interaction)!)!;
    }
}
