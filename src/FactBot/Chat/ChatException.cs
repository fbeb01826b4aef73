namespace FactBot.Chat;

/// <summary>The chat did not do what it was asked.</summary>
/// <param name="trouble">Why, as far as it changes what to do next.</param>
/// <param name="message">For the log and for who runs the bot.</param>
/// <param name="inner">What the chat's client threw.</param>
public sealed class ChatException(ChatTrouble trouble, string message, Exception inner) : Exception(message, inner)
{
    public ChatTrouble Trouble { get; } = trouble;
}

public enum ChatTrouble
{
    /// <summary>Not reached, busy or broken: try again later.</summary>
    Passing,

    /// <summary>The message was deleted: post anew.</summary>
    MessageGone,

    /// <summary>The channel is gone, or the bot may not write there: somebody must mend it.</summary>
    ChannelClosed,
}
