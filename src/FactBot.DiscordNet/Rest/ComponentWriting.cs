using Discord;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>Converts rows of buttons and selects to Discord.Net's types.</summary>
internal static class ComponentWriting
{
    public static MessageComponent Of(IReadOnlyList<Wire.Component> rows) => new ComponentBuilder
    {
        ActionRows = [.. rows.Select(row => new ActionRowBuilder { Components = [.. (row.Components ?? []).Select(PartOf)] })],
    }.Build();

    public static SelectMenuBuilder SelectOf(Wire.Component select, string customId) => new(
        customId,
        select.Options is null ? null : [.. select.Options.Select(o => new SelectMenuOptionBuilder(o.Label, o.Value, isDefault: o.Default))],
        select.Placeholder is null ? null : Shorten(select.Placeholder, SelectMenuBuilder.MaxPlaceholderLength),
        select.MaxValues ?? 1,
        type: (ComponentType)(int)select.Type,
        channelTypes: select.ChannelTypes is null ? null : [.. select.ChannelTypes.Select(t => (ChannelType)(int)t)]);

    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static IMessageComponent PartOf(Wire.Component part) => part.Type == Wire.ComponentType.Button
        ? new ButtonBuilder(part.Label, part.CustomId, (ButtonStyle)part.Style!.Value).Build()
        : SelectOf(part, part.CustomId!).Build();
}
