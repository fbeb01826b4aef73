using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Forms, in the way of labels and in the old way of rows.</summary>
public sealed class FormTests
{
    private const string Labelled = """
        {"type":9,"data":{"title":"Vote","custom_id":"vote:1","components":[
          {"type":10,"content":"Read first."},
          {"type":18,"label":"Rating","component":{"type":3,"custom_id":"rating","options":[{"label":"True","value":"true","default":true},{"label":"False","value":"false"}]}},
          {"type":18,"label":"Reason","component":{"type":4,"custom_id":"reason","style":2,"max_length":10,"placeholder":"Why"}},
          {"type":18,"label":"With","component":{"type":5,"custom_id":"with","required":false}},
          {"type":18,"label":"Sure","component":{"type":23,"custom_id":"sure"}}]}}
        """;

    private const string Rows = """
        {"type":9,"data":{"title":"Old","custom_id":"old","components":[
          {"type":1,"components":[{"type":4,"custom_id":"title","label":"Title","style":1,"value":"As it was"}]},
          {"type":1,"components":[{"type":4,"custom_id":"note","label":"Note","style":1,"required":false}]}]}}
        """;

    [Fact]
    public async Task A_form_is_shown_as_fields()
    {
        await using var play = await Play.StartAsync();
        var (_, answer) = await play.BenGetsAsync(Labelled);
        var form = answer.Map("form");

        Assert.Equal(("form", "Vote"), (answer.Text("outcome"), form.Text("title")));
        Assert.Equal(["rating", "reason", "with", "sure"], form.Maps("fields").Select(field => field.Text("customId")));
        Assert.Equal(
            ["select", "paragraph", "user", "checkbox"], form.Maps("fields").Select(field => field.Text("kind")));
        Assert.Equal([true, true, false, false], form.Maps("fields").Select(field => field.Flag("required")));
        var rating = form.Maps("fields").First();
        Assert.Equal(("true", "false"), (rating.Text("value"), rating.Maps("choices").Last().Text("value")));
    }

    [Fact]
    public async Task A_submit_carries_all_fields_in_their_labels()
    {
        await using var play = await Play.StartAsync();
        var (_, answer) = await play.BenGetsAsync(Labelled);
        var submit = SubmitAsync(play, answer, """{"reason":"Seen it","with":["Chi"],"sure":true}""");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"Counted"}}""");

        Assert.Equal("Counted", (await submit).Body.Map("message").Text("content"));
        Assert.Equal(5, interaction.Number("type"));
        Assert.Equal("vote:1", interaction.Map("data").Text("custom_id"));
        var parts = interaction.Map("data").Maps("components").ToList();
        Assert.Equal([10, 18, 18, 18, 18], parts.Select(part => (int)part.Number("type")!));
        Assert.Equal("true", parts[1].Map("component").List("values")!.Single().AsText());
        Assert.Equal("Seen it", parts[2].Map("component").Text("value"));
        Assert.Equal("1100000000000000012", parts[3].Map("component").List("values")!.Single().AsText());
        Assert.True(parts[4].Map("component").Flag("value"));
        Assert.NotNull(interaction.Map("data").Map("resolved").Map("users").Map("1100000000000000012"));

        Assert.Equal(400, (await SubmitAsync(play, answer, """{"reason":"Again"}""")).Status);
    }

    [Fact]
    public async Task Fields_of_rows_keep_what_stood_in_them()
    {
        await using var play = await Play.StartAsync();
        var (_, answer) = await play.BenGetsAsync(Rows);
        var submit = SubmitAsync(play, answer, "{}");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await submit;

        var inputs = interaction.Map("data").Maps("components").Select(row => row.Maps("components").Single());
        Assert.Equal(["As it was", ""], inputs.Select(input => input.Text("value")));
    }

    [Theory]
    [InlineData("{}", "'Reason' is required")]
    [InlineData("""{"reason":"12345678901"}""", "at most 10 characters")]
    [InlineData("""{"reason":"r","rating":"maybe"}""", "one of true, false")]
    [InlineData("""{"reason":"r","other":"x"}""", "no field 'other'")]
    public async Task A_form_that_cannot_be_sent_stays_open(string values, string words)
    {
        await using var play = await Play.StartAsync();
        var (_, answer) = await play.BenGetsAsync(Labelled);
        var refused = await SubmitAsync(play, answer, values);
        Assert.Equal(400, refused.Status);
        Assert.Contains(words, refused.Body.Text("error"), StringComparison.Ordinal);

        var submit = SubmitAsync(play, answer, """{"reason":"Better"}""");
        await play.Bot.AnswerAsync(await play.Bot.NextInteractionAsync(), """{"type":4,"data":{"content":"c"}}""");
        Assert.Equal("replied", (await submit).Body.Text("outcome"));
    }

    [Fact]
    public async Task Only_who_opened_a_form_can_submit_it()
    {
        await using var play = await Play.StartAsync();
        var (_, answer) = await play.BenGetsAsync(Rows);
        var reply = await play.PostAsync($"/people/Chi/forms/{answer.Map("form").Text("id")}", "{}");
        Assert.Equal(404, reply.Status);
    }

    private static Task<RestReply> SubmitAsync(Play play, System.Text.Json.Nodes.JsonNode answer, string values) =>
        play.PostAsync($"/people/Ben/forms/{answer.Map("form").Text("id")}", $$"""{"values":{{values}}}""");
}
