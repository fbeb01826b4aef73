using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Wire;

public sealed class WritingTests
{
    [Fact]
    public void An_edit_can_empty_everything()
    {
        var body = new MessageBody { Content = "", Embeds = [], Components = [], Attachments = [] };

        Assert.Equal(
            """{"content":"","embeds":[],"components":[],"allowed_mentions":{"parse":[]},"attachments":[]}""",
            JsonSerializer.Serialize(body, DiscordJson.Default.MessageBody));
    }

    [Fact]
    public void Nobody_is_pinged_unless_named()
    {
        var body = new MessageBody { AllowedMentions = new AllowedMentions { Users = [new Snowflake(3)] } };

        Assert.Equal(
            """{"allowed_mentions":{"parse":[],"users":["3"]}}""",
            JsonSerializer.Serialize(body, DiscordJson.Default.MessageBody));
    }

    [Fact]
    public void A_form_has_its_fields_under_labels()
    {
        var response = InteractionResponse.Modal("1|vote|12", "Vote on #12",
        [
            new Component
            {
                Type = ComponentType.Label,
                Label = "Reason",
                Child = new Component
                {
                    Type = ComponentType.TextInput,
                    CustomId = "reason",
                    Style = (int)TextInputStyle.Paragraph,
                    MaxLength = 1000,
                },
            },
        ]);

        Assert.Equal(
            """{"type":9,"data":{"components":[{"type":18,"label":"Reason","component":"""
            + """{"type":4,"custom_id":"reason","style":2,"max_length":1000}}]"""
            + ""","custom_id":"1|vote|12","title":"Vote on #12"}}""",
            Write(response));
    }

    [Fact]
    public void Completions_carry_text_or_numbers() => Assert.Equal(
        """{"type":8,"data":{"choices":[{"name":"Water","value":12},{"name":"True","value":"true"}]}}""",
        Write(InteractionResponse.Choices([new CommandChoice("Water", 12), new CommandChoice("True", "true")])));

    [Theory]
    [InlineData(true, """{"type":5,"data":{"flags":64}}""")]
    [InlineData(false, """{"type":5}""")]
    public void A_deferral_says_no_more_than_who_will_see(bool isEphemeral, string json) =>
        Assert.Equal(json, Write(InteractionResponse.Deferred(isEphemeral)));

    [Fact]
    public void A_command_is_registered_with_its_permissions_as_a_number()
    {
        var command = new ApplicationCommand
        {
            Name = "setup",
            Description = "Set the desk up",
            DefaultMemberPermissions = Permissions.ManageGuild,
            Contexts = [InteractionContext.Guild],
            NameLocalizations = new Dictionary<string, string> { ["de"] = "einrichten" },
            Options =
            [
                new CommandOption
                {
                    Type = CommandOptionType.Number, Name = "n", Description = "N", MinValue = 1, MaxValue = 2.5,
                },
            ],
        };

        var json = JsonSerializer.Serialize(command, DiscordJson.Default.ApplicationCommand);

        Assert.Equal(
            """{"name":"setup","name_localizations":{"de":"einrichten"},"description":"Set the desk up" """.TrimEnd()
            + ""","options":[{"type":10,"name":"n","description":"N","min_value":1,"max_value":2.5}]"""
            + ""","default_member_permissions":32,"contexts":[0]}""",
            json);
        Assert.Equal(
            Permissions.ManageGuild,
            JsonSerializer.Deserialize(
                json.Replace(":32", ":\"32\"", StringComparison.Ordinal),
                DiscordJson.Default.ApplicationCommand)!.DefaultMemberPermissions);
    }

    [Fact]
    public void A_message_reads_back_as_it_was_written()
    {
        var message = new Message
        {
            Id = new Snowflake(1),
            ChannelId = new Snowflake(2),
            Content = "Zażółć <b> 🦉",
            Author = new User { Id = new Snowflake(3), Username = "factbot", Bot = true },
            Timestamp = new DateTimeOffset(2026, 8, 6, 9, 0, 0, TimeSpan.Zero),
            Flags = MessageFlags.HasThread | MessageFlags.Ephemeral,
            Nonce = "n-1",
            Thread = new Channel { Id = new Snowflake(1), Type = ChannelType.PublicThread },
        };

        var json = JsonSerializer.Serialize(message, DiscordJson.Default.Message);
        var read = JsonSerializer.Deserialize(json, DiscordJson.Default.Message)!;

        Assert.Equal(
            message with { Embeds = read.Embeds, Components = read.Components, Attachments = read.Attachments }, read);
        Assert.Empty(read.Embeds);
        Assert.Contains("\"type\":11", json, StringComparison.Ordinal);
    }

    private static string Write(InteractionResponse response) =>
        JsonSerializer.Serialize(response, DiscordJson.Default.InteractionResponse);
}
