using Discord;
using Wire = FactBot.Discord.Wire;

namespace FactBot.DiscordNet.Rest;

/// <summary>A message in Discord.Net's types.</summary>
internal sealed record Outgoing(string Text, Embed[] Embeds, MessageComponent Components, AllowedMentions Mentions, bool IsEphemeral)
{
    /// <summary>Explicitly pings nobody. Without this, Discord.Net would leave it to Discord's default.</summary>
    public static AllowedMentions Nobody => new(AllowedMentionTypes.None);

    /// <summary>The attached files; null leaves those of an edited message as they are.</summary>
    public IReadOnlyList<FileAttachment>? Files { get; private init; }

    public static Outgoing Of(Wire.MessageBody body) => Of(
        body.Content, body.Embeds, body.Components, body.AllowedMentions, body.Flags, body.Attachments, body.Files);

    public static Outgoing Of(Wire.InteractionResponseData data) => Of(
        data.Content, data.Embeds, data.Components, data.AllowedMentions, data.Flags, data.Attachments, data.Files);

    /// <summary>Replaces everything a message shows.</summary>
    public void Fill(MessageProperties message)
    {
        message.Content = Text;
        message.Embeds = Embeds;
        message.Components = Components;
        message.AllowedMentions = Mentions;
        if (Files is not null)
        {
            message.Attachments = new Optional<IEnumerable<FileAttachment>>(Files);
        }
    }

    private static Outgoing Of(
        string? text,
        IReadOnlyList<Wire.Embed>? embeds,
        IReadOnlyList<Wire.Component>? components,
        Wire.AllowedMentions? mentions,
        Wire.MessageFlags? flags,
        IReadOnlyList<Wire.Attachment>? attachments,
        IReadOnlyList<Wire.MessageFile> files) => new(
            text ?? "",
            [.. (embeds ?? []).Select(EmbedOf)],
            ComponentWriting.Of(components ?? []),
            MentionsOf(mentions),
            flags?.HasFlag(Wire.MessageFlags.Ephemeral) == true)
        {
            Files = files.Count == 0 && attachments is null ? null : [.. files.Select((file, number) => FileOf(file, number, attachments))],
        };

    private static Embed EmbedOf(Wire.Embed embed)
    {
        var builder = new EmbedBuilder { Title = embed.Title, Description = embed.Description };
        if (embed.Image is not null)
        {
            builder.ImageUrl = embed.Image.Url;
        }

        if (embed.Color is { } colour)
        {
            builder.Color = new Color((uint)colour);
        }

        foreach (var field in embed.Fields ?? [])
        {
            builder.AddField(field.Name, field.Value, field.Inline == true);
        }

        return (embed.Footer is null ? builder : builder.WithFooter(embed.Footer.Text)).Build();
    }

    private static AllowedMentions MentionsOf(Wire.AllowedMentions? mentions) => new(AllowedMentionTypes.None)
    {
        UserIds = [.. (mentions?.Users ?? []).Select(u => u.Value)],
        RoleIds = [.. (mentions?.Roles ?? []).Select(r => r.Value)],
    };

    private static FileAttachment FileOf(Wire.MessageFile file, int number, IReadOnlyList<Wire.Attachment>? attachments) => new(
        new MemoryStream(file.Content.ToArray()), file.Name, attachments?.FirstOrDefault(a => a.Id.Value == (ulong)number)?.Description);
}
