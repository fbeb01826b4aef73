namespace FactBot.Chat;

/// <summary>The chat did not do what it was asked.</summary>
/// <param name="trouble">Why, as far as it changes what to do next.</param>
/// <param name="message">For the log and for who runs the bot.</param>
/// <param name="inner">What the chat's client threw.</param>
public sealed class ChatException(ChatTrouble trouble, string message, Exception inner) : Exception(message, inner)
{
    public ChatTrouble Trouble { get; } = trouble;

    /// <summary>Whether somebody has to mend the channel before anything can be posted there.</summary>
    public bool ClosesChannel => Trouble is ChatTrouble.ChannelGone or ChatTrouble.ChannelClosed;
}

public enum ChatTrouble
{
    /// <summary>Not reached, busy or broken: try again later.</summary>
    Passing,

    /// <summary>The message was deleted: post anew.</summary>
    MessageGone,

    /// <summary>The message may not be edited for a long while: post anew.</summary>
    EditRefused,

    /// <summary>The channel or thread was deleted.</summary>
    ChannelGone,

    /// <summary>The bot may not write in the channel, or to the person.</summary>
    ChannelClosed,
}
