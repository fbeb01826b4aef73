using System.Text;
using FactBot.Chat;
using FactBot.Discord.Wire;

namespace FactBot.Host.Chat;

/// <summary>A reply in Discord's format.</summary>
/// <param name="First">The reply as an initial response.</param>
/// <param name="Late">The reply as a message that follows a deferral.</param>
/// <param name="IsRefusal">Whether it is a refusal, which never replaces a page.</param>
internal sealed record RenderedReply(InteractionResponse First, MessageBody Late, bool IsRefusal);

/// <summary>Renders a reply as a message that only the person sees, or as a form.</summary>
internal static class ReplyRenderer
{
    /// <summary>Renders all of it up front, so that a rendering error surfaces before anything is sent to Discord.</summary>
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

    /// <summary>Renders a button that asks for the form again, for a form that came too late to open.</summary>
    private static MessageBody LateForm(Form form) => MessageOf(Reply.Say(
        $"Here is your form; it took a moment.",
        new Button($"Open the form", form.Command, [.. form.Known]) { Look = ButtonLook.Main }));
}
