using FactBot.Text.Pages;

namespace FactBot.Documents;

/// <summary>A document sent to the process that reads it.</summary>
/// <param name="Document">A fetched page, or a file.</param>
/// <param name="Seconds">How much processor time it may use; 0 for no limit.</param>
internal sealed record DocumentRequest(RawDocument Document, int Seconds);

/// <summary>The result of reading a document: the text, why there is none, or a fault.</summary>
/// <param name="Page">The readable content.</param>
/// <param name="Refusal">Why it can't be read.</param>
/// <param name="Fault">The kind of failure that ended the reading and where it arose, without any document content.</param>
internal sealed record DocumentAnswer(ReadablePage? Page, UnreadableReason? Refusal, string? Fault);
