using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Interactions;

/// <summary>An interaction as a person sees it: what it was, and the state of the bot's response.</summary>
internal sealed class Interaction
{
    /// <summary>How long the bot has for its first response.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>How long its token is valid.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly TaskCompletionSource acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required string Id { get; init; }

    public required string Token { get; init; }

    public required InteractionType Type { get; init; }

    public required string PersonId { get; init; }

    public required string ChannelId { get; init; }

    public string? GuildId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>For a component, or a form opened from one: the message it belongs to.</summary>
    public string? MessageId { get; init; }

    /// <summary>The command with its group and subcommand; null if it isn't a command.</summary>
    public string? Command { get; init; }

    /// <summary>The future <c>interaction_metadata</c> of the response.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>Discord's message type of the first response: 20 for a slash command, 23 for a context command, otherwise
    /// 0, which becomes 19 where the response refers to a message.</summary>
    public int AnswerType { get; init; }

    /// <summary>The deprecated <c>interaction</c> of the response; null if it answers no command.</summary>
    public JsonObject? Summary { get; init; }

    /// <summary>The message that the next response replies to: the component's, or for a followup the first response.</summary>
    public string? AnsweredMessageId => OriginalId ?? MessageId;

    /// <summary>The callback's type; null until the bot has acknowledged.</summary>
    public long? Callback { get; private set; }

    public bool IsEphemeral { get; set; }

    /// <summary>The message that <c>@original</c> refers to.</summary>
    public string? OriginalId { get; set; }

    /// <summary>The message to show to the person: the original, or the first followup.</summary>
    public string? ShownId { get; set; }

    public Form? Form { get; set; }

    /// <summary>The bot's response to an autocomplete.</summary>
    public JsonArray? Choices { get; set; }

    public Task Acknowledged => acknowledged.Task;

    /// <summary>Completes when the person has been shown what the bot wanted to show.</summary>
    public Task Answered => answered.Task;

    public bool IsDeferred => Callback is 5 or 6;

    public void Acknowledge(long callback)
    {
        Callback = callback;
        acknowledged.TrySetResult();
        if (!IsDeferred)
            answered.TrySetResult();
    }

    public void Answer(string? messageId)
    {
        ShownId ??= messageId;
        answered.TrySetResult();
    }
}

/// <summary>Discord's interaction types.</summary>
internal enum InteractionType
{
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
