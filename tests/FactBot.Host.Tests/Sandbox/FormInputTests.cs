using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Every kind of input a form may have, shown, filled and submitted.</summary>
public sealed class FormInputTests
{
    private const string Choices = """[{"label":"One","value":"1"},{"label":"Two","value":"2"},{"label":"Three","value":"3"}]""";

    [Theory]
    [InlineData("""{"type":3,"custom_id":"f","options":#}""", "select", """["2"]""", """{"values":["2"]}""")]
    [InlineData("""{"type":3,"custom_id":"f","max_values":3,"options":#}""", "select", """["1","3"]""", """{"values":["1","3"]}""")]
    [InlineData("""{"type":5,"custom_id":"f"}""", "user", """["Chi"]""", """{"values":["1100000000000000012"]}""")]
    [InlineData("""{"type":6,"custom_id":"f"}""", "role", """["reviewer"]""", """{"values":["1100000000000000102"]}""")]
    [InlineData("""{"type":7,"custom_id":"f"}""", "mentionable", """["Chi"]""", """{"values":["1100000000000000012"]}""")]
    [InlineData("""{"type":8,"custom_id":"f"}""", "channel", """["newsroom"]""", """{"values":["1100000000000000104"]}""")]
    [InlineData("""{"type":21,"custom_id":"f","options":#}""", "radio", "\"2\"", """{"value":"2"}""")]
    [InlineData("""{"type":21,"custom_id":"f","required":false,"options":#}""", "radio", "null", """{"value":null}""")]
    [InlineData("""{"type":22,"custom_id":"f","options":#}""", "checkboxes", """["1","2","3"]""", """{"values":["1","2","3"]}""")]
    [InlineData("""{"type":23,"custom_id":"f"}""", "checkbox", "true", """{"value":true}""")]
    [InlineData("""{"type":23,"custom_id":"f","default":true}""", "checkbox", "false", """{"value":false}""")]
    public async Task An_input_is_filled_and_submitted(string input, string kind, string given, string expected)
    {
        await using var play = await Play.StartAsync();
        var (form, component, _) = await FillAsync(play, input, given);
        Assert.Equal(kind, form.Maps("fields").Single().Text("kind"));
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(value, component[name]), component.ToJsonString());
        }
    }

    [Fact]
    public async Task An_uploaded_file_comes_resolved()
    {
        await using var play = await Play.StartAsync();
        var (_, component, interaction) = await FillAsync(
            play, """{"type":19,"custom_id":"f","max_values":2}""", """[{"name":"a.txt","contentBase64":"YQ=="},{"name":"b.txt","contentBase64":"YmI="}]""");
        var files = interaction.Map("data").Map("resolved").Map("attachments");
        var values = component.List("values")!.Select(one => one.AsText()!).ToList();
        Assert.Equal([("a.txt", 1L), ("b.txt", 2L)], values.Select(id => (files.Map(id).Text("filename"), files.Map(id).Number("size") ?? 0)));
        Assert.Equal("bb", await play.Bot.Http.GetStringAsync(
            new Uri(files.Map(values[1]).Text("url")!), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Boxes_may_all_be_ticked_before()
    {
        await using var play = await Play.StartAsync();
        var ticked = Choices.Replace("}", ",\"default\":true}", StringComparison.Ordinal);
        var (_, component, _) = await FillAsync(play, $$"""{"type":22,"custom_id":"f","options":{{ticked}}}""", given: null);
        Assert.Equal(3, component.List("values")!.Count);
    }

    [Theory]
    [InlineData("""{"type":21,"custom_id":"f","options":[{"label":"One","value":"1"}]}""", "options")]
    [InlineData("""{"type":22,"custom_id":"f","options":[]}""", "options")]
    [InlineData("""{"type":23}""", "custom_id")]
    [InlineData("""{"type":19,"custom_id":"f","max_values":11}""", "max_values")]
    [InlineData("""{"type":5,"custom_id":"f","disabled":true}""", "disabled")]
    [InlineData("""{"type":2,"style":1,"label":"l","custom_id":"f"}""", "type")]
    public async Task An_input_beyond_its_limits_is_refused(string input, string path)
    {
        await using var play = await Play.StartAsync();
        var action = play.SubmitsAsync("Ben");
        var interaction = await play.Bot.NextInteractionAsync();
        var reply = await play.Bot.AnswerAsync(interaction, Modal(input));
        Assert.Equal(50035, reply.Code);
        var place = reply.Body.Map("errors").Map("data").Map("components").Map("0").Map("component").Map(path);
        Assert.True(place.List("_errors") is { Count: > 0 }, reply.Body!.ToJsonString());
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await action;
    }

    private static string Modal(string input) =>
        $$$"""{"type":9,"data":{"title":"t","custom_id":"m","components":[{"type":18,"label":"Field","component":{{{input}}}}]}}""";

    private static async Task<(JsonObject Form, JsonObject Component, JsonObject Interaction)> FillAsync(
        Play play, string input, string? given)
    {
        var (_, answer) = await play.BenGetsAsync(Modal(input.Replace("#", Choices, StringComparison.Ordinal)));
        var form = answer.Map("form")!;
        var values = given is null ? "{}" : $$"""{"f":{{given}}}""";
        var submit = play.PostAsync($"/people/Ben/forms/{form.Text("id")}", $$"""{"values":{{values}}}""");
        var interaction = await play.Bot.NextInteractionAsync();
        await play.Bot.AnswerAsync(interaction, """{"type":4,"data":{"content":"c"}}""");
        await submit;
        return (form, interaction.Map("data").Maps("components").Single().Map("component")!, interaction);
    }
}
