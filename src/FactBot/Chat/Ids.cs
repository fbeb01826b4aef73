using System.Globalization;

namespace FactBot.Chat;

/// <summary>A team: one guild of the chat, and all that its desk keeps.</summary>
public readonly record struct TeamId(ulong Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A person of the chat.</summary>
public readonly record struct PersonId(ulong Value)
{
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
