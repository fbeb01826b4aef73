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

    /// <summary>What the field holds when the form opens: a text, or the value of a choice.</summary>
    public string? Value { get; init; }

    /// <summary>In characters; 4,000 is the chat's own limit.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>For a list at most 25, for a radio group 2 to 10, for boxes at most 10.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>How many may be chosen from a list, of people, roles or channels too: 1 to 25.</summary>
    public int Most { get; init; } = 1;
}

public enum FormFieldKind
{
    Line,
    Paragraph,

    /// <summary>From a list that opens.</summary>
    Choice,

    /// <summary>One of a few, all of them in sight.</summary>
    Radio,

    /// <summary>Several of a few, all of them in sight; read by <see cref="Request.FindTexts"/>.</summary>
    Boxes,

    /// <summary>Yes or no: the option is <c>true</c> or <c>false</c>.</summary>
    Tick,
    Person,
    Role,
    PersonOrRole,
    Channel,

    /// <summary>One file, which comes as one of <see cref="Request.Files"/>.</summary>
    File,
}

/// <summary>One of several values that can be chosen, under the name that people read.</summary>
public sealed record Choice(string Name, string Value);
