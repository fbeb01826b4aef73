using System.Text.Json;
using FactBot.Discord.Gateway;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Wire;

public sealed class ReadingTests
{
    [Fact]
    public void A_command_with_all_that_comes_along()
    {
        var interaction = ReadInteraction("""
            {"id":"5","application_id":"2","type":2,"token":"t","version":1,"guild_id":"7","channel_id":"8",
             "channel":{"id":"8","type":0,"permissions":"2048"},"locale":"de","guild_locale":"en-US",
             "app_permissions":"326417632256","context":0,"attachment_size_limit":10485760,
             "member":{"user":{"id":"3","username":"ada","global_name":"Ada"},"nick":null,"roles":["9","10"],
                       "permissions":"9007199254740991"},
             "data":{"id":"4","name":"claim","type":1,
               "options":[{"name":"submit","type":1,"options":[
                 {"name":"text","type":3,"value":"Water is dry","focused":true},
                 {"name":"article","type":4,"value":12}]}],
               "resolved":{"users":{"3":{"id":"3","username":"ada"}},
                 "members":{"3":{"roles":[],"permissions":"8"}},
                 "attachments":{"6":{"id":"6","filename":"a.txt","size":5,"content_type":"text/plain"}},
                 "messages":{"11":{"id":"11","channel_id":"8","content":"hello","author":{"id":"3"},"nonce":42}}}}}
            """);

        Assert.Equal(new Snowflake(7), interaction.GuildId);
        Assert.Equal(["9", "10"], interaction.Member!.Roles.Select(role => role.ToString()));
        Assert.True(interaction.Member.Permissions!.Value.HasFlag(Permissions.ManageGuild));
        Assert.Equal(9007199254740991UL, (ulong)interaction.Member.Permissions);
        Assert.Equal(326417632256UL, (ulong)interaction.AppPermissions!);
        var submit = Assert.Single(interaction.Data!.Options!);
        Assert.Equal(CommandOptionType.SubCommand, submit.Type);
        Assert.Equal("Water is dry", submit.Options![0].Value!.Value.GetString());
        Assert.True(submit.Options[0].Focused);
        Assert.Equal(12, submit.Options[1].Value!.Value.GetInt32());
        Assert.Equal("ada", interaction.Data.Resolved!.Users![new Snowflake(3)].Username);
        Assert.Equal("a.txt", interaction.Data.Resolved.Attachments![new Snowflake(6)].Filename);
        Assert.Equal("42", interaction.Data.Resolved.Messages![new Snowflake(11)].Nonce);
    }

    [Fact]
    public void A_forms_fields_are_found_in_labels_and_in_older_rows()
    {
        var data = ReadInteraction("""
            {"id":"5","type":5,"token":"t","data":{"custom_id":"form","components":[
              {"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"summary","value":"Short."}},
              {"type":18,"component":{"type":21,"custom_id":"rating","value":null}},
              {"type":18,"component":{"type":3,"custom_id":"scale","values":["a","b"]}},
              {"type":18,"component":{"type":23,"custom_id":"agree","value":true}},
              {"type":10,"id":9},
              {"type":1,"components":[{"type":4,"custom_id":"old","value":"row"}]}]}}
            """).Data!;

        Assert.Equal(["summary", "rating", "scale", "agree", "old"], data.Fields().Select(field => field.CustomId));
        Assert.Equal(["Short.", null, null, "true", "row"], data.Fields().Select(field => field.Value));
        Assert.Equal(["a", "b"], data.Fields().ElementAt(2).Values!);
    }

    [Fact]
    public void What_Discord_adds_later_does_no_harm()
    {
        var interaction = ReadInteraction("""
            {"id":"5","type":77,"token":"t","novelty":{"deep":[1]},
             "data":{"component_type":99,"custom_id":"x","values":["1"]},"app_permissions":"9223372036854775808"}
            """);

        Assert.Equal(77, (int)interaction.Type);
        Assert.Equal(99, (int)interaction.Data!.ComponentType!);
        Assert.Equal(1UL << 63, (ulong)interaction.AppPermissions!);
    }

    [Fact]
    public void What_Discord_leaves_out_is_empty_and_not_null()
    {
        var interaction = ReadInteraction("""
            {"member":{},"message":{},"data":{"options":[{}],"resolved":{"messages":{"1":{}},"users":{"2":{}}}}}
            """);
        var ready = Event("READY", "{}").ReadReady()!;
        var guild = Event("GUILD_CREATE", "{}").ReadGuild()!;
        var gateway = JsonSerializer.Deserialize("{}", DiscordJson.Default.GatewayBot)!;

        Assert.Equal("", interaction.Token);
        Assert.Empty(interaction.Member!.Roles);
        Assert.Equal(
            ("", "", 0, 0, 0),
            (interaction.Message!.Content, interaction.Message.Author.Username, interaction.Message.Embeds.Count,
                interaction.Message.Components.Count, interaction.Message.Attachments.Count));
        Assert.Equal("", interaction.Data!.Options![0].Name);
        Assert.Empty(interaction.Data.Resolved!.Messages![new Snowflake(1)].Embeds);
        Assert.Equal("", interaction.Data.Resolved.Users![new Snowflake(2)].Username);
        Assert.Equal(("", "", 0), (ready.SessionId, ready.ResumeGatewayUrl, ready.Guilds.Count));
        Assert.Equal((0, 0, 0), (guild.Channels.Count, guild.Threads.Count, guild.Roles.Count));
        Assert.Equal((1000, 1), (gateway.SessionStartLimit.Remaining, gateway.SessionStartLimit.MaxConcurrency));
    }

    [Fact]
    public void An_event_is_read_as_what_it_is_and_nothing_else()
    {
        var guild = Event("GUILD_DELETE", """{"id":"7","unavailable":true}""");

        Assert.True(guild.ReadGuild()!.Unavailable);
        Assert.Null(guild.ReadInteraction());
        Assert.Null(guild.ReadReady());
        Assert.Null(Event("GUILD_CREATE", "[]").ReadGuild());
        Assert.Null(Event("READY", """{"session_id":"s","guilds":null}""").ReadReady());
        Assert.Null((guild with { Data = default }).ReadGuild());
        Assert.Null(Event("INTERACTION_CREATE", """{"id":false}""").ReadInteraction());
    }

    private static Interaction ReadInteraction(string json) => Event("INTERACTION_CREATE", json).ReadInteraction()!;

    private static Dispatch Event(string name, string json) =>
        new(name, JsonElement.Parse(json), DateTimeOffset.UnixEpoch, false);
}
