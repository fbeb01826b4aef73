using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Host.Tests.Sandbox;

/// <summary>Messages as libraries of others know them from Discord.</summary>
public sealed class LibraryMessageTests
{
    private const string Messages = $"channels/{Play.Newsroom}/messages";

    [Fact]
    public async Task An_answer_to_a_command_has_the_deprecated_interaction_beside_its_metadata()
    {
        await using var play = await Play.StartAsync();
        var (interaction, answer) = await play.BenGetsAsync("""{"type":4,"data":{"content":"Hello"}}""");
        var message = answer.Map("message");
        Assert.Equal(interaction.Text("id"), message.Map("interaction").Text("id"));
        Assert.Equal(("claim submit", 2), (message.Map("interaction").Text("name"), message.Map("interaction").Number("type")));
        Assert.Equal("Ben", message.Map("interaction").Map("user").Text("global_name"));
    }

    [Fact]
    public async Task A_followup_replies_to_the_first_response()
    {
        await using var play = await Play.StartAsync();
        var (interaction, answer) = await play.BenGetsAsync("""{"type":4,"data":{"content":"Hello"}}""");
        var more = (await play.Bot.CallAsync(
            "POST", $"webhooks/{PretendBot.Application}/{interaction.Text("token")}", """{"content":"More"}""")).Body;
        Assert.Equal(19, more.Number("type"));
        Assert.Equal(answer.Map("message").Text("id"), more.Map("referenced_message").Text("id"));
        Assert.Empty(more.List("mentions")!);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(""","allowed_mentions":{"parse":[]}""", 0)]
    [InlineData(""","allowed_mentions":{"parse":[],"replied_user":true}""", 1)]
    public async Task A_reply_pings_whom_it_replies_to_unless_it_says_otherwise(string mentions, int pinged)
    {
        await using var play = await Play.StartAsync();
        var original = (await play.PostAsync("/people/Fay/messages", """{"channel":"newsroom","content":"The moon is flat"}""")).Body;
        var reply = (await play.Bot.CallAsync(
            "POST", Messages, $$$"""{"content":"No","message_reference":{"message_id":"{{{original.Text("id")}}}"}{{{mentions}}}}""")).Body;
        Assert.Equal(19, reply.Number("type"));
        Assert.Equal("The moon is flat", reply.Map("referenced_message").Text("content"));
        Assert.Equal(pinged, reply.List("mentions")!.Count);
    }

    [Fact]
    public async Task A_reply_to_what_was_deleted_refers_to_null()
    {
        await using var play = await Play.StartAsync();
        var first = await play.PostMessageAsync();
        var reply = await play.PostMessageAsync($$$"""{"content":"No","message_reference":{"message_id":"{{{first}}}"}}""");
        await play.Bot.CallAsync("DELETE", $"{Messages}/{first}");
        var message = (await play.Bot.CallAsync("GET", $"{Messages}/{reply}")).Body;
        Assert.True(message.Has("referenced_message"));
        Assert.Null(message!["referenced_message"]);
    }

    [Fact]
    public async Task An_edit_that_names_no_flags_keeps_them()
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync("""{"content":"https://example.org","flags":4}""");
        Assert.Equal(4, (await play.Bot.CallAsync("PATCH", $"{Messages}/{id}", """{"content":"b"}""")).Body.Number("flags"));
        Assert.Equal(0, (await play.Bot.CallAsync("PATCH", $"{Messages}/{id}", """{"flags":0}""")).Body.Number("flags"));
    }

    [Fact]
    public async Task A_legacy_message_becomes_one_of_components_only_without_its_content()
    {
        await using var play = await Play.StartAsync();
        const string V2 = """{"flags":32768,"components":[{"type":10,"content":"text"}]}""";
        var id = await play.PostMessageAsync();
        Assert.Equal(50035, (await play.Bot.CallAsync("PATCH", $"{Messages}/{id}", V2)).Code);
        var cleared = await play.Bot.CallAsync("PATCH", $"{Messages}/{id}", V2.Replace("{\"flags", "{\"content\":null,\"flags", StringComparison.Ordinal));
        Assert.Equal((200, 32768L), (cleared.Status, cleared.Body.Number("flags")));
    }

    [Fact]
    public async Task A_threads_life_is_told_by_messages_of_their_types()
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync("""{"content":"It begins here"}""");
        await play.Bot.CallAsync("POST", $"{Messages}/{id}/threads", """{"name":"A thread"}""");
        await play.Bot.CallAsync("PATCH", $"channels/{id}", """{"name":"Renamed"}""");
        var inIt = (await play.Bot.CallAsync("GET", $"channels/{id}/messages")).Body!.AsArray();
        Assert.Equal([4L, 21L], inIt.Select(message => message.Number("type")!.Value));
        Assert.Equal("Renamed", inIt[0].Text("content"));
        Assert.Equal("It begins here", inIt[1].Map("referenced_message").Text("content"));

        var alone = (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/threads", """{"name":"Alone","type":11}""")).Body;
        var told = (await play.Bot.CallAsync("GET", Messages)).Body!.AsArray()[0];
        Assert.Equal((18, "Alone"), (told.Number("type"), told.Text("content")));
        Assert.Equal(alone.Text("id"), told.Map("message_reference").Text("channel_id"));
    }

    [Fact]
    public async Task A_forward_shows_what_it_forwards()
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync("""{"content":"Look"}""");
        var forward = (await play.Bot.CallAsync("POST", Messages,
            $$$"""{"message_reference":{"type":1,"channel_id":"{{{Play.Newsroom}}}","message_id":"{{{id}}}"}}""")).Body;
        Assert.Equal("Look", forward.Maps("message_snapshots").Single().Map("message").Text("content"));
        Assert.Equal((0, "", 1 << 14), (forward.Number("type"), forward.Text("content"), forward.Number("flags")));
    }

    [Fact]
    public async Task People_and_the_bot_react_to_messages()
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync();
        var reactions = $"{Messages}/{id}/reactions/{Uri.EscapeDataString("👍")}";
        Assert.Equal(204, (await play.Bot.CallAsync("PUT", reactions + "/@me")).Status);
        await play.PostAsync("/people/Ben/reactions", $$"""{"message":"{{id}}","emoji":"👍"}""");
        var reaction = (await play.Bot.CallAsync("GET", $"{Messages}/{id}")).Body.Maps("reactions").Single();
        Assert.Equal((2, true), (reaction.Number("count"), reaction.Flag("me")));
        Assert.Equal(204, (await play.Bot.CallAsync("DELETE", reactions + "/@me")).Status);
        Assert.Equal(["Ben"], (await play.Bot.CallAsync("GET", reactions)).Body!.AsArray().Select(user => user.Text("global_name")));
        var unknown = await play.Bot.CallAsync("PUT", $"{Messages}/{id}/reactions/nothing/@me");
        Assert.Equal((400, 10014L), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task A_poll_is_voted_in_and_ended()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["SEND_POLLS"]}""");
        var id = await play.PostMessageAsync(
            """{"poll":{"question":{"text":"Q?"},"answers":[{"poll_media":{"text":"yes"}},{"poll_media":{"text":"no"}}]}}""");
        await play.PostAsync("/people/Ben/votes", $$"""{"message":"{{id}}","answers":[2]}""");
        var ended = (await play.Bot.CallAsync("POST", $"channels/{Play.Newsroom}/polls/{id}/expire")).Body.Map("poll").Map("results");
        Assert.True(ended.Flag("is_finalized"));
        Assert.Equal((2, 1), (ended.Maps("answer_counts").Single().Number("id"), ended.Maps("answer_counts").Single().Number("count")));
        Assert.Equal(400, (await play.PostAsync("/people/Chi/votes", $$"""{"message":"{{id}}","answers":[1]}""")).Status);
    }

    [Fact]
    public async Task Pins_need_their_permission_and_leave_a_message()
    {
        await using var play = await Play.StartAsync();
        var id = await play.PostMessageAsync();
        Assert.Equal(50013, (await play.Bot.CallAsync("PUT", $"{Messages}/pins/{id}")).Code);
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["PIN_MESSAGES"]}""");
        Assert.Equal(204, (await play.Bot.CallAsync("PUT", $"{Messages}/pins/{id}")).Status);
        Assert.Equal(id, (await play.Bot.CallAsync("GET", $"{Messages}/pins")).Body.Maps("items").Single().Map("message").Text("id"));
        Assert.Equal(6, (await play.Bot.CallAsync("GET", Messages)).Body!.AsArray()[0].Number("type"));
    }

    [Fact]
    public async Task Many_are_deleted_at_once_but_not_old_ones()
    {
        await using var play = await Play.StartAsync();
        await play.PostAsync("/stage/permissions", """{"role":"FactBot","allow":["MANAGE_MESSAGES"]}""");
        var (one, two) = (await play.PostMessageAsync(), await play.PostMessageAsync());
        var body = $$"""{"messages":["{{one}}","{{two}}"]}""";
        Assert.Equal(204, (await play.Bot.CallAsync("POST", Messages + "/bulk-delete", body)).Status);
        Assert.Equal(10008, (await play.Bot.CallAsync("GET", $"{Messages}/{one}")).Code);
        play.Sandbox.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(50034, (await play.Bot.CallAsync("POST", Messages + "/bulk-delete", body)).Code);
    }
}
