using System.Text;
using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>A reply as Discord takes it.</summary>
/// <param name="First">As the first answer.</param>
/// <param name="Late">As the message that follows a deferral.</param>
/// <param name="IsRefusal">Whether it is one: it never takes the place of a page.</param>
internal sealed record RenderedReply(InteractionResponse First, MessageBody Late, bool IsRefusal);

/// <summary>Shows a reply as a message that only the person sees, or as a form.</summary>
internal static class ReplyRenderer
{
    /// <summary>Renders it whole, so that what cannot be rendered fails before Discord is told anything.</summary>
    public static RenderedReply Render(Reply reply, bool turnsPage)
    {
        if (reply.Form is { } form)
        {
            return new(FormRenderer.ModalOf(form), LateForm(form), IsRefusal: false);
        }

        var message = MessageOf(reply);
        return new(
            turnsPage && !reply.IsRefusal ? InteractionResponse.Update(message) : InteractionResponse.Message(message),
            message,
            reply.IsRefusal);
    }

    private static MessageBody MessageOf(Reply reply)
    {
        var body = MessageRenderer.BodyOf(new ChatMessage { Text = reply.Text, Card = reply.Card });
        return body with
        {
            Components = CardRenderer.RowsOf(reply.Menus, reply.Buttons),
            Flags = MessageFlags.Ephemeral,
            Files = reply.File is { } file
                ? [new MessageFile(file.Name, file.Type, Encoding.UTF8.GetBytes(file.Text)), .. body.Files]
                : body.Files,
        };
    }

    /// <summary>In place of a form that came too late to open: a button that asks for it again.</summary>
    private static MessageBody LateForm(Form form) => MessageOf(Reply.Say(
        $"Here is your form; it took a moment.",
        new Button($"Open the form", form.Command, [.. form.Known]) { Look = ButtonLook.Main }));
}
