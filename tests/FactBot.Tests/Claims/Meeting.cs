using FactBot.Chat;
using FactBot.Domain.Claims;

namespace FactBot.Tests.Claims;

/// <summary>Two people who press at the same moment.</summary>
/// <param name="Name">What they do.</param>
/// <param name="Before">Brings claim 1 to where they meet.</param>
/// <param name="One">What the one does.</param>
/// <param name="Other">What the other does.</param>
/// <param name="Outcomes">How it may end: which of the two were done, and where the claim stands then.</param>
internal sealed record Meeting(
    string Name,
    Func<TestDesk, Task> Before,
    Func<TestDesk, Task<Reply>> One,
    Func<TestDesk, Task<Reply>> Other,
    params IReadOnlyList<Outcome> Outcomes);

/// <summary>How a meeting may end.</summary>
/// <param name="One">Whether the one got what they asked for; who did not was refused.</param>
/// <param name="Other">The same of the other.</param>
/// <param name="Holds">What is true of the claim then.</param>
internal sealed record Outcome(bool One, bool Other, Func<Claim, bool> Holds);
