using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>Converts FactBot's messages to Discord's format.</summary>
internal static class MessageRenderer
{
    public const int MaxContent = 2000;

    private const string PictureName = "picture.png";

    public static MessageBody BodyOf(ChatMessage message) => new()
    {
        Content = message.Text is null ? "" : CardRenderer.Cut(Markdown.Of(message.Text), MaxContent),
        Embeds = message.Card is null ? [] : [CardRenderer.EmbedOf(message.Card) with { Image = ImageOf(message.Card) }],
        Components = CardRenderer.RowsOf(message.Card?.Menus ?? [], message.Card?.Buttons ?? message.Buttons),
        AllowedMentions = AllowedMentions.None with
        {
            Users = message.Pings.Where(p => !p.IsFormerMember).Select(p => new Snowflake(p.Value)).ToList() is { Count: > 0 } pinged ? pinged : null,
            Roles = message.PingedRole is { } role ? [new Snowflake(role.Value)] : null,
        },
        Attachments = message.Card?.Picture is { } picture
            ? [new Attachment { Id = new Snowflake(0), Filename = PictureName, Description = picture.AltText }]
            : null,
        Files = message.Card?.Picture is { Png: var png } ? [new MessageFile(PictureName, "image/png", png)] : [],
    };

    private static EmbedImage? ImageOf(Card card) => card.Picture is null ? null : new() { Url = $"attachment://{PictureName}" };
}
