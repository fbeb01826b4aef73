using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>Any component of a message or form. Its <see cref="Type"/> decides which properties apply.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference</remarks>
public sealed record Component
{
    public ComponentType Type { get; init; }

    /// <summary>1 to 100 characters, unique in its message or form.</summary>
    public string? CustomId { get; init; }

    /// <summary>At most 80 characters on a button, 45 above a form's field.</summary>
    public string? Label { get; init; }

    /// <summary>A <see cref="ButtonStyle"/> or a <see cref="TextInputStyle"/>.</summary>
    public int? Style { get; init; }
    public Emoji? Emoji { get; init; }
    public string? Url { get; init; }

    /// <summary>Not allowed in forms, not even as false.</summary>
    public bool? Disabled { get; init; }
    public IReadOnlyList<SelectOption>? Options { get; init; }
    public string? Placeholder { get; init; }
    public int? MinValues { get; init; }
    public int? MaxValues { get; init; }

    /// <summary>The initial or submitted text; "true" or "false" for a checkbox.</summary>
    [JsonConverter(typeof(TextConverter))]
    public string? Value { get; init; }

    /// <summary>Whether a checkbox is ticked when the form opens.</summary>
    public bool? Default { get; init; }

    /// <summary>The selected values, in a submitted form.</summary>
    public IReadOnlyList<string>? Values { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>For forms. Discord treats an absent one as true.</summary>
    public bool? Required { get; init; }

    /// <summary>The children of a row, section or container.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The single field under a form's label.</summary>
    [JsonPropertyName("component")]
    public Component? Child { get; init; }

    /// <summary>The help text under a label; at most 100 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The markdown of a text display.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    /// <summary>What is preselected in a select of users, roles or channels.</summary>
    public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }
}
