namespace FactBot.Chat;

/// <summary>A form; when it is filled, its fields join the options it already knows in a request for the command.</summary>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Command">The command that is asked when the form is sent.</param>
/// <param name="Known">The options that are known already.</param>
/// <param name="Fields">One to five.</param>
public sealed record Form(
    Words Title, string Command, IReadOnlyList<(string Name, string Value)> Known, IReadOnlyList<FormField> Fields)
{
    /// <summary>Something to know before one fills it, shown over the fields; with it a form has at most four fields.</summary>
    public Words? Note { get; init; }
}

/// <summary>One field of a form; its name is the option's.</summary>
public sealed record FormField(string Name, Words Label)
{
    public FormFieldKind Kind { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>At most 100 characters of help.</summary>
    public Words? Hint { get; init; }

    /// <summary>What the field holds when the form opens.</summary>
    public string? Value { get; init; }

    /// <summary>In characters; 4,000 is the chat's own limit.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>For a choice: at most 25.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

public enum FormFieldKind
{
    Line,
    Paragraph,
    Choice,
}

/// <summary>One of several values that can be chosen, under the name that people read.</summary>
public sealed record Choice(string Name, string Value);
