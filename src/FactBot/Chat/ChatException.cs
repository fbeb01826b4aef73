namespace FactBot.Chat;

/// <summary>The chat did not do what it was asked.</summary>
/// <param name="trouble">The reason, as far as it affects what to do next.</param>
/// <param name="message">For the log and the bot's operator.</param>
/// <param name="inner">The exception thrown by the chat's client.</param>
public sealed class ChatException(ChatTrouble trouble, string message, Exception inner) : Exception(message, inner)
{
    public ChatTrouble Trouble { get; } = trouble;

    /// <summary>Whether a person has to fix the channel before anything can be posted there.</summary>
    public bool ClosesChannel => Trouble is ChatTrouble.ChannelGone or ChatTrouble.ChannelClosed;
}

public enum ChatTrouble
{
    /// <summary>Unreachable, busy or broken: retry later.</summary>
    Passing,

    /// <summary>The message was deleted: post a new one.</summary>
    MessageGone,

    /// <summary>The message can't be edited for a long while: post a new one.</summary>
    EditRefused,

    /// <summary>The channel or thread was deleted.</summary>
    ChannelGone,

    /// <summary>The bot may not write in the channel, or to the person.</summary>
    ChannelClosed,
}
