namespace FactBot.Chat;

/// <summary>A form. Once submitted, its fields join the options already known in a request for the command.</summary>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Command">The command to run when the form is submitted.</param>
/// <param name="Known">The options already known.</param>
/// <param name="Fields">One to five.</param>
public sealed record Form(
    Words Title, string Command, IReadOnlyList<(string Name, string Value)> Known, IReadOnlyList<FormField> Fields)
{
    /// <summary>A note shown above the fields; with it a form has at most four fields.</summary>
    public Words? Note { get; init; }
}

/// <summary>A field of a form; its name is the option's name.</summary>
public sealed record FormField(string Name, Words Label)
{
    public FormFieldKind Kind { get; init; }

    public bool IsRequired { get; init; } = true;

    /// <summary>A hint of at most 100 characters.</summary>
    public Words? Hint { get; init; }

    /// <summary>The field's initial content: a text, or the value of a choice.</summary>
    public string? Value { get; init; }

    /// <summary>In characters; 4,000 is the chat's own limit.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>At most 25 for a list, 2 to 10 for a radio group, at most 10 for checkboxes.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>How many may be chosen from a list, including lists of people, roles or channels: 1 to 25.</summary>
    public int Most { get; init; } = 1;
}

public enum FormFieldKind
{
    Line,
    Paragraph,

    /// <summary>From a drop-down list.</summary>
    Choice,

    /// <summary>One of a few, all visible.</summary>
    Radio,

    /// <summary>Several of a few, all visible; read by <see cref="Request.FindTexts"/>.</summary>
    Boxes,

    /// <summary>Yes or no: the option is <c>true</c> or <c>false</c>.</summary>
    Tick,
    Person,
    Role,
    PersonOrRole,
    Channel,

    /// <summary>One file, which arrives in <see cref="Request.Files"/>.</summary>
    File,
}

/// <summary>A value that can be chosen, and the name people read.</summary>
public sealed record Choice(string Name, string Value);
