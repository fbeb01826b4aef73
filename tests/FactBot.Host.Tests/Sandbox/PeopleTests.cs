using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>What a person can do, and what their app would not let them.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData("""{"text":12}""", "text", 3, "12")]
    [InlineData("""{"text":true}""", "text", 3, "true")]
    [InlineData("""{"text":"t","count":"3"}""", "count", 4, "3")]
    [InlineData("""{"text":"t","quick":"true"}""", "quick", 5, "true")]
    [InlineData("""{"text":"t","stance":"Supports it"}""", "stance", 3, "supports")]
    [InlineData("""{"text":"t","who":"@ben"}""", "who", 6, "1100000000000000011")]
    [InlineData("""{"text":"t","who":"1100000000000000011"}""", "who", 6, "1100000000000000011")]
    [InlineData("""{"text":"t","where":"#review"}""", "where", 7, "1100000000000000105")]
    [InlineData("""{"text":"t","role":"Reviewer"}""", "role", 8, "1100000000000000102")]
    public async Task Values_become_what_the_option_takes(string options, string name, int type, string value)
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ada", options);
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await action;

        var submit = interaction.Map("data").Maps("options").Single();
        Assert.Equal("submit", submit.Text("name"));
        var option = submit.Maps("options").Single(option => option.Text("name") == name);
        Assert.Equal((type, value), ((int?)option.Number("type"), option.Member("value").AsWritten()));
        var kind = type switch { 6 => "users", 7 => "channels", 8 => "roles", _ => null };
        if (kind is not null)
            Assert.NotNull(interaction.Map("data").Map("resolved").Map(kind).Map(value));
    }

    [Theory]
    [InlineData("Ben", "{}", "required")]
    [InlineData("Ben", """{"text":""}""", "required")]
    [InlineData("Ben", """{"text":"t","other":1}""", "no option")]
    [InlineData("Ben", """{"text":"123456789012345678901"}""", "20 characters")]
    [InlineData("Ben", """{"text":"t","count":10}""", "at most 9")]
    [InlineData("Ben", """{"text":"t","count":1.5}""", "whole number")]
    [InlineData("Ben", """{"text":"t","stance":"maybe"}""", "one of supports")]
    public async Task What_the_app_would_not_send_is_refused_with_a_sentence(
        string person, string options, string words)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.SubmitsAsync(person, options);
        Assert.Equal((400, "failed"), (reply.Status, reply.Body.Text("outcome")));
        Assert.Contains(words, reply.Body.Text("error"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people/Nobody/commands", """{"command":"claim submit"}""", 404)]
    [InlineData("/people/Ben/commands", """{"channel":"nowhere","command":"claim submit"}""", 404)]
    [InlineData("/people/Ben/commands", """{"command":"nothing"}""", 400)]
    [InlineData("/people/Ben/commands", """{"command":"claim"}""", 400)]
    [InlineData("/people/Ben/commands", """{"command":"secret"}""", 400)]
    [InlineData("/people/Ben/clicks", """{"message":"1","customId":"a"}""", 404)]
    [InlineData("/people/Ben/forms/1", "{}", 404)]
    [InlineData("/people/Ben/context", """{"command":"Submit as claim","message":"1"}""", 404)]
    [InlineData("/people/Ben/messages", """{"channel":"newsroom"}""", 400)]
    [InlineData("/people", """{"name":"Ben"}""", 400)]
    [InlineData("/people/Ben/commands", "nonsense", 400)]
    [InlineData("/no/such/thing", "{}", 404)]
    public async Task What_is_not_there_is_said_plainly(string path, string body, int status)
    {
        await using var play = await Play.StartAsync();
        var reply = await play.PostAsync(path, body);
        Assert.Equal((status, "failed"), (reply.Status, reply.Body.Text("outcome")));
        Assert.EndsWith(".", reply.Body.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_can_be_fetched_by_the_bot()
    {
        await using var play = await Play.StartAsync();
        var action = play.PostAsync("/people/Ben/commands", """
            {"command":"claim submit","options":{"text":"t"},"attachments":[{"option":"file","name":"a b.txt","contentBase64":"aGVsbG8="}]}
            """);
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await action;

        var file = interaction.Map("data").Map("resolved").Map("attachments")!.Single().Value;
        Assert.Equal(("a b.txt", 5), (file.Text("filename"), (int?)file.Number("size")));
        Assert.Equal("hello", await play.Bot.Http.GetStringAsync(new Uri(file.Text("url")!), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Typing_brings_choices()
    {
        await using var play = await Play.StartAsync();
        var action = play.PostAsync("/people/Ben/autocomplete", """{"command":"claim submit","option":"topic","value":"cl","options":{"text":"t"}}""");
        var interaction = await play.Bot.NextInteractionAsync();
        var topic = interaction.Map("data").Maps("options").Single().Maps("options").Single(
            option => option.Flag("focused") == true);
        Assert.Equal("cl", topic.Text("value"));
        await play.Bot.AnswerAsync(interaction, """{"type":8,"data":{"choices":[{"name":"Climate","value":"climate"}]}}""");
        Assert.Equal("climate", (await action).Body.Maps("choices").Single().Text("value"));
    }

    [Fact]
    public async Task A_message_command_carries_its_message()
    {
        await using var play = await Play.StartAsync();
        var written = (await play.PostAsync("/people/Fay/messages", """{"channel":"newsroom","content":"It is flat"}""")).Body.Text("id")!;
        var action = play.PostAsync("/people/Ben/context", $$"""{"command":"Submit as claim","message":"{{written}}"}""");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        var answer = (await action).Body;

        Assert.Equal(written, interaction.Map("data").Text("target_id"));
        Assert.Equal(
            "It is flat", interaction.Map("data").Map("resolved").Map("messages").Map(written).Text("content"));
        Assert.Equal(23, answer.Map("message").Number("type"));
    }

    [Fact]
    public async Task A_select_takes_its_own_values_and_a_disabled_button_no_click()
    {
        await using var play = await Play.StartAsync();
        var message = await play.PostMessageAsync("""
            {"content":"c","components":[
              {"type":1,"components":[{"type":3,"custom_id":"pick","options":[{"label":"One","value":"1"},{"label":"Two","value":"2"}]}]},
              {"type":1,"components":[{"type":2,"style":1,"label":"Off","custom_id":"off","disabled":true},
                {"type":2,"style":5,"label":"Link","url":"https://factbot.example"}]}]}
            """);

        Assert.Equal(400, (await ClickAsync("off", "")).Status);
        Assert.Equal(404, (await ClickAsync("other", "")).Status);
        Assert.Equal(400, (await ClickAsync("pick", ",\"values\":[\"3\"]")).Status);
        Assert.Equal(400, (await ClickAsync("pick", "")).Status);
        Assert.Equal(400, (await ClickAsync("pick", ",\"values\":[\"1\",\"2\"]")).Status);
        var click = ClickAsync("pick", ",\"values\":[\"Two\"]");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":7,"data":{"content":"d"}}""");
        await click;
        Assert.Equal("2", interaction.Map("data").List("values")!.Single().AsText());

        Task<RestReply> ClickAsync(string customId, string values) =>
            play.PostAsync("/people/Ben/clicks", $$"""{"message":"{{message}}","customId":"{{customId}}"{{values}}}""");
    }

    [Fact]
    public async Task New_people_have_the_roles_they_are_given()
    {
        await using var play = await Play.StartAsync();
        var added = await play.PostAsync("/people", """{"name":"Gus","roles":["reviewer"]}""");
        Assert.Equal(200, added.Status);
        var people = (await play.GetAsync("/people")).Body!.AsArray();
        Assert.Equal(["Ada", "Ben", "Chi", "Dee", "Eli", "Fay", "Gus"], people.Select(person => person.Text("name")));
        Assert.Equal("reviewer", people[^1].List("roles")!.Single().AsText());
    }

    [Fact]
    public async Task Another_guild_has_the_same_people_and_channels_of_its_own()
    {
        await using var play = await Play.StartAsync();
        var guild = (await play.PostAsync("/stage/guilds", """{"name":"Other newsroom"}""")).Body;
        var told = (await play.Bot.NextEventAsync("GUILD_CREATE")).Map("d");
        Assert.Equal(guild.Text("id"), told.Text("id"));

        var action = play.PostAsync("/people/Ben/commands", """{"channel":"other-review","command":"claim submit","options":{"text":"t","role":"reviewer"}}""");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await action;
        Assert.Equal(guild.Text("id"), interaction.Text("guild_id"));
        Assert.Equal(
            guild.Maps("roles").Single(role => role.Text("name") == "reviewer").Text("id"),
            interaction.Map("data").Map("resolved").Map("roles")!.Single().Key);
    }
}
