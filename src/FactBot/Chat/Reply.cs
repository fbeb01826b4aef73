using FactBot.Posts;

namespace FactBot.Chat;

/// <summary>
/// The answer to a request, visible only to the person who asked: what happened and what comes next, or a form to fill
/// in. Anything everybody should see is a <see cref="Posts.Post"/> instead. A reply pings nobody.
/// </summary>
public sealed record Reply
{
    private Reply()
    {
    }

    public Words? Text { get; private init; }

    public Card? Card { get; private init; }

    public IReadOnlyList<Button> Buttons { get; private init; } = [];

    public IReadOnlyList<Menu> Menus { get; init; } = [];

    /// <summary>A form that opens instead of a text.</summary>
    public Form? Form { get; private init; }

    /// <summary>An attached file.</summary>
    public ReplyFile? File { get; private init; }

    /// <summary>Whether the request was refused, and so changed nothing.</summary>
    public bool IsRefusal { get; private init; }

    /// <summary>Whether it had been done before, so that nothing was done now; it then doesn't count against a quota.</summary>
    public bool WasDoneBefore { get; init; }

    public static Reply Say(Words text, params IReadOnlyList<Button> buttons) => new() { Text = text, Buttons = buttons };

    /// <summary>Creates a reply with a card, and optionally a sentence above it.</summary>
    public static Reply Show(Card card, Words? text = null) =>
        new() { Text = text, Card = card, Buttons = card.Buttons, Menus = card.Menus };

    public static Reply Open(Form form) => new() { Form = form };

    /// <summary>Creates a reply with a sentence and a file.</summary>
    public static Reply Hand(Words text, ReplyFile file) => new() { Text = text, File = file };

    /// <summary>Creates a refusal. Returns what the person wrote into a form, so that nothing typed is lost.</summary>
    public static Reply Refuse(Words reason, string? whatWasWritten = null) =>
        new()
        {
            Text = reason,
            File = whatWasWritten is null ? null : new("what-you-wrote.txt", "text/plain", whatWasWritten),
            IsRefusal = true,
        };
}

/// <summary>A text given to a person as a file.</summary>
/// <param name="Type">Its media type, such as <c>text/plain</c>.</param>
public sealed record ReplyFile(string Name, string Type, string Text);
