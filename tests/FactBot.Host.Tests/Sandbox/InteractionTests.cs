using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>How an answer to an interaction goes, and what it must not do.</summary>
public sealed class InteractionTests
{
    private const ulong Invited = 326417632256;

    private const string Form = """
        {"type":9,"data":{"title":"Form","custom_id":"f","components":[
          {"type":18,"label":"Name","component":{"type":4,"custom_id":"name","style":1}}]}}
        """;

    [Fact]
    public async Task A_reply_is_shown_to_everybody_and_an_ephemeral_one_to_its_person()
    {
        await using var play = await Play.StartAsync();
        var (_, open) = await play.BenGetsAsync("""{"type":4,"data":{"content":"For all"}}""");
        var (_, personal) = await play.BenGetsAsync("""{"type":4,"data":{"content":"For Ben","flags":64}}""");

        Assert.Equal("replied", open.Text("outcome"));
        Assert.False(open.Flag("ephemeral"));
        Assert.Equal(20, open.Map("message").Number("type"));
        Assert.Equal("Ben", open.Map("message").Map("interaction_metadata").Map("user").Text("global_name"));
        Assert.True(personal.Flag("ephemeral"));
        Assert.Equal(["For all"], await ReadAsync(play, ""));
        Assert.Equal(["For all"], await ReadAsync(play, "?as=Chi"));
        Assert.Equal(["For all", "For Ben"], await ReadAsync(play, "?as=Ben"));
        var id = personal.Map("message").Text("id");
        Assert.Equal(10008, (await play.Bot.CallAsync("GET", $"channels/{Play.Newsroom}/messages/{id}")).Code);
    }

    [Fact]
    public async Task The_payload_has_what_a_bot_needs_without_a_cache()
    {
        await using var play = await Play.StartAsync();
        var (interaction, _) = await play.BenGetsAsync("""{"type":4,"data":{"content":"c"}}""");

        Assert.Equal(1, interaction.Number("version"));
        Assert.Equal("Ben", interaction.Map("member").Map("user").Text("global_name"));
        Assert.True(ulong.Parse(interaction.Map("member").Text("permissions")!, null) > 0);
        Assert.Equal(Invited, ulong.Parse(interaction.Text("app_permissions")!, null) & Invited);
        Assert.Equal(0, interaction.Number("context"));
        Assert.Equal("newsroom", interaction.Map("channel").Text("name"));
        Assert.NotNull(interaction.Map("authorizing_integration_owners").Text("0"));
    }

    [Fact]
    public async Task An_answer_after_three_seconds_comes_too_late()
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        play.Sandbox.Clock.Advance(TimeSpan.FromSeconds(3.1));

        var reply = await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Late"}}""");
        Assert.Equal((404, 10062), (reply.Status, (int?)reply.Code));
        var answer = (await action).Body;
        Assert.Equal("failed", answer.Text("outcome"));
        Assert.Contains("3 seconds", answer.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_answer_is_refused_and_so_is_a_token_after_a_quarter_of_an_hour()
    {
        await using var play = await Play.StartAsync();
        var (interaction, _) = await play.BenGetsAsync("""{"type":4,"data":{"content":"Once"}}""");
        Assert.Equal(40060, (await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Twice"}}""")).Code);

        var original = $"webhooks/{PretendBot.Application}/{interaction.Text("token")}/messages/@original";
        Assert.Equal(200, (await play.Bot.CallAsync("PATCH", original, """{"content":"Changed"}""")).Status);
        play.Sandbox.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(50027, (await play.Bot.CallAsync("PATCH", original, """{"content":"Again"}""")).Code);
    }

    [Theory]
    [InlineData("PATCH", "/messages/@original")]
    [InlineData("POST", "")]
    public async Task A_deferred_answer_is_shown_once_it_is_there(string method, string path)
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":5,"data":{"flags":64}}""");
        Assert.False(action.IsCompleted);

        var webhook = $"webhooks/{PretendBot.Application}/{interaction.Text("token")}{path}";
        Assert.Equal(200, (await play.Bot.CallAsync(method, webhook, """{"content":"Done"}""")).Status);
        var answer = (await action).Body;
        Assert.True(answer.Flag("deferred"));
        Assert.True(answer.Flag("ephemeral"));
        Assert.Equal("Done", answer.Map("message").Text("content"));
        Assert.Equal(64, answer.Map("message").Number("flags"));
    }

    [Fact]
    public async Task A_token_is_nothing_before_the_first_answer()
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        var reply = await play.Bot.CallAsync("POST", $"webhooks/{PretendBot.Application}/{interaction.Text("token")}", """{"content":"c"}""");
        Assert.Equal(10015, reply.Code);
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await action;
    }

    [Theory]
    [InlineData("""{"type":6}""", "type")]
    [InlineData("""{"type":7,"data":{"content":"c"}}""", "type")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""", "type")]
    [InlineData("""{"type":5,"data":{"flags":4096}}""", "data.flags")]
    [InlineData("""{"type":9,"data":{"title":"","custom_id":"f","components":[]}}""", "data.title")]
    [InlineData("""{"type":9,"data":{"title":"t","custom_id":"f","components":[{"type":18,"label":"l","component":{"type":4,"custom_id":"a","style":3}}]}}""", "data.components.0.component.style")]
    [InlineData("""{"type":9,"data":{"title":"t","custom_id":"f","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"a"}]}]}}""", "data.components.0.components.0.type")]
    [InlineData("""{"type":4,"data":{"embeds":[{}]}}""", "data.embeds.0.description")]
    public async Task A_wrong_answer_to_a_command_is_refused_and_may_be_mended(string callback, string path)
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        var reply = await play.Bot.AnswerAsync(interaction, callback);
        Assert.Equal(50035, reply.Code);
        System.Text.Json.Nodes.JsonNode? place = reply.Body.Map("errors");
        foreach (var part in path.Split('.'))
            place = place.Member(part);
        Assert.NotNull(place.List("_errors"));

        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Mended"}}""");
        Assert.Equal("replied", (await action).Body.Text("outcome"));
    }

    [Fact]
    public async Task A_form_is_not_answered_with_a_form()
    {
        await using var play = await Play.StartAsync();
        var (_, opened) = await play.BenGetsAsync(Form);
        var submit = play.PostAsync($"/people/Ben/forms/{opened.Map("form").Text("id")}", """{"values":{"name":"Ben"}}""");
        var interaction = await play.Bot.NextInteractionAsync();
        Assert.Equal(50035, (await play.Bot.AnswerAsync(interaction, Form)).Code);
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Thanks"}}""");
        Assert.Equal("Thanks", (await submit).Body.Map("message").Text("content"));
    }

    [Fact]
    public async Task A_click_can_change_its_message_or_be_acknowledged_first()
    {
        await using var play = await Play.StartAsync();
        const string Button = """{"content":"0","components":[{"type":1,"components":[{"type":2,"style":1,"label":"Up","custom_id":"up"}]}]}""";
        var message = await play.PostMessageAsync(Button);
        var click = $$"""{"message":"{{message}}","customId":"up"}""";

        var first = play.PostAsync("/people/Ben/clicks", click);
        await play.Bot.AnswerAsync(await play.Bot.NextInteractionAsync(), """{"type":7,"data":{"content":"1"}}""");
        Assert.Equal("1", (await first).Body.Map("message").Text("content"));

        var second = play.PostAsync("/people/Ben/clicks", click);
        var interaction = await play.Bot.NextInteractionAsync();
        Assert.Equal(message, interaction.Map("message").Text("id"));
        await play.Bot.AnswerAsync(interaction, """{"type":6}""");
        await play.Bot.CallAsync("PATCH", $"webhooks/{PretendBot.Application}/{interaction.Text("token")}/messages/@original", """{"content":"2"}""");
        var answer = (await second).Body;
        Assert.True(answer.Flag("deferred"));
        Assert.Equal((message, "2"), (answer.Map("message").Text("id"), answer.Map("message").Text("content")));
    }

    [Fact]
    public async Task With_response_tells_of_the_message()
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        var path = $"interactions/{interaction.Text("id")}/{interaction.Text("token")}/callback?with_response=true";
        var reply = await play.Bot.CallAsync("POST", path, """{"type":4,"data":{"content":"Hello"}}""");
        Assert.Equal(200, reply.Status);
        Assert.Equal("Hello", reply.Body.Map("resource").Map("message").Text("content"));
        Assert.Equal(
            (await action).Body.Map("message").Text("id"), reply.Body.Map("interaction").Text("response_message_id"));
    }

    private static async Task<IEnumerable<string?>> ReadAsync(Play play, string query) =>
        (await play.GetAsync("/channels/newsroom/messages" + query)).Body!.AsArray().Select(message => message.Text("content")).ToList();
}
