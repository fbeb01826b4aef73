using System.Text.Json.Serialization;

namespace FactBot.Discord.Wire;

/// <summary>A message to create or edit. In an edit, null leaves a part as it is, and an empty value clears it.</summary>
public sealed record MessageBody
{
    /// <summary>At most 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Always sent, so that no text can ping by accident. Pings nobody unless set.</summary>
    public AllowedMentions AllowedMentions { get; set; } = AllowedMentions.None;
    public MessageFlags? Flags { get; init; }

    /// <summary>At most 25 characters; only for messages created in a channel.</summary>
    public string? Nonce { get; init; }

    /// <summary>Makes Discord return the existing message if the nonce was used in the past few minutes.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>In an edit, the files to keep.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Files to upload with the message; at most 10.</summary>
    [JsonIgnore]
    public IReadOnlyList<MessageFile> Files { get; set; } = [];
}
