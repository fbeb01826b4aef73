using System.Text.Json.Nodes;

namespace FactBot.Sandbox.Discord.Interactions;

/// <summary>One interaction from a person's side: what it was, and how far the bot's answer has come.</summary>
internal sealed class Interaction
{
    /// <summary>How long the bot has for its first answer.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>How long its token is good for.</summary>
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

    /// <summary>Of a component, or of a form opened from one: the message it stands on.</summary>
    public string? MessageId { get; init; }

    /// <summary>The command with its group and subcommand; null when it is none.</summary>
    public string? Command { get; init; }

    /// <summary>What the answer's <c>interaction_metadata</c> will be.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>Discord's type of the answer: 20 to a slash command, 23 to a context command, 0 or 19
    /// otherwise.</summary>
    public int AnswerType { get; init; }

    /// <summary>The callback's type; null until the bot has acknowledged.</summary>
    public long? Callback { get; private set; }

    public bool IsEphemeral { get; set; }

    /// <summary>The message that <c>@original</c> means.</summary>
    public string? OriginalId { get; set; }

    /// <summary>The message the person is to be shown: the original, or the followup that came first.</summary>
    public string? ShownId { get; set; }

    public Form? Form { get; set; }

    /// <summary>The bot's answer to an autocomplete.</summary>
    public JsonArray? Choices { get; set; }

    public Task Acknowledged => acknowledged.Task;

    /// <summary>Done when the person has been shown what the bot wanted to show.</summary>
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
