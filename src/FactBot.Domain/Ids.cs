using System.Globalization;

namespace FactBot.Domain;

/// <summary>A team: one guild of the chat, with everything kept for it.</summary>
public readonly record struct TeamId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A person in the chat, or the pseudonym of an erased person.</summary>
public readonly record struct PersonId(ulong Value)
{
    // The chat's ids hold the milliseconds since 2015 in all but their lowest 22 bits:
    // https://docs.discord.com/developers/reference#snowflakes
    private const ulong FirstOfTheChat = 1 << 22;

    /// <summary>Whether it is a pseudonym, an id no one in the chat has; a team's first is 1.</summary>
    public bool IsFormerMember => Value < FirstOfTheChat;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A channel of the chat, or a thread in one.</summary>
public readonly record struct ChannelId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A role in the chat, which a team maps to reviewers or editors.</summary>
public readonly record struct RoleId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A message in the chat.</summary>
public readonly record struct MessageId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
