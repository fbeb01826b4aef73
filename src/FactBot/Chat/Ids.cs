using System.Globalization;

namespace FactBot.Chat;

/// <summary>A team: one guild of the chat, and all that its desk keeps.</summary>
public readonly record struct TeamId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A person of the chat, or the pseudonym of one who was forgotten.</summary>
public readonly record struct PersonId(ulong Value)
{
    // The chat's ids begin with the milliseconds since 2015 in all but their last 22 bits:
    // https://docs.discord.com/developers/reference#snowflakes
    private const ulong FirstOfTheChat = 1 << 22;

    /// <summary>Whether it is a pseudonym, which nobody in the chat has: the team's first is 1.</summary>
    public bool IsFormerMember => Value < FirstOfTheChat;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A channel of the chat, or a thread in one.</summary>
public readonly record struct ChannelId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A role of the chat, which a team maps to reviewers or editors.</summary>
public readonly record struct RoleId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A message of the chat.</summary>
public readonly record struct MessageId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
