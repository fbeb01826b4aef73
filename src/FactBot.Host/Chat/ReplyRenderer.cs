using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>Shows a reply as a message that only the person sees.</summary>
internal static class ReplyRenderer
{
    private const int MaxContent = 2000;

    public static MessageBody MessageOf(Reply reply) => new()
    {
        Content = reply.Text is null ? "" : CardRenderer.Cut(Markdown.Of(reply.Text), MaxContent),
        Embeds = reply.Card is null ? [] : [CardRenderer.EmbedOf(reply.Card)],
        Components = CardRenderer.RowsOf(reply.Buttons),
        Flags = MessageFlags.Ephemeral,
    };

    /// <summary>In place of a form that came too late to open: a button that asks for it again.</summary>
    public static MessageBody LateForm(Form form) => MessageOf(Reply.Say(
        $"Here is your form; it took a moment.",
        new Button($"Open the form", form.Command, [.. form.Known]) { Look = ButtonLook.Main }));
}
