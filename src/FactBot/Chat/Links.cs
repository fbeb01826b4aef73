using FactBot.Domain;

namespace FactBot.Chat;

/// <summary>An argument of <see cref="Words"/>, shown as a link to a message.</summary>
public sealed record MessageLink(string Label, TeamId Team, ChannelId Channel, MessageId Message)
{
    public override string ToString() => Label;
}

/// <summary>An argument of <see cref="Words"/>, shown as a command's name, clickable where the chat allows it.</summary>
public sealed record CommandName(string Name)
{
    public override string ToString() => "/" + Name;
}

/// <summary>An argument of <see cref="Words"/>, shown as a labelled link to a page.</summary>
public sealed record PageLink(string Label, string Url)
{
    public override string ToString() => Label;
}
