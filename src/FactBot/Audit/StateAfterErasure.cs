using System.Text.Json.Nodes;
using FactBot.Domain;

namespace FactBot.Audit;

/// <summary>
/// A snapshot of what remains after trail details were erased. The remaining events no longer suffice to rebuild it, so
/// replay continues from here.
/// </summary>
/// <param name="Number">The claim's or article's number.</param>
/// <param name="Rows">The rows of each table, each as an object of its cells.</param>
/// <param name="People">The people it names, so that the entry is found when one of them is erased.</param>
public abstract record StateAfterErasure(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : DeskEvent
{
    /// <summary>Whether the tables differed from the trail when the details were erased.</summary>
    public bool WasUntrue { get; init; }

    /// <summary>The subject as named in the trail.</summary>
    internal abstract string Subject { get; }
}

/// <summary>A snapshot of a claim, without its sealed votes.</summary>
public sealed record ClaimStands(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : StateAfterErasure(Number, Rows, People)
{
    internal const string Name = "wrote down what is left of";

    internal override string Subject => $"claim #{Number}";
}

/// <summary>A snapshot of an article, with hashes in place of its texts.</summary>
public sealed record ArticleStands(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : StateAfterErasure(Number, Rows, People)
{
    internal const string Name = "wrote down what is left of the";

    internal override string Subject => $"article {Number}";
}

/// <summary>The sealed votes of a claim's open round, kept apart from the claim because an export leaves them out.</summary>
public sealed record BallotsStand(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : StateAfterErasure(Number, Rows, People)
{
    internal const string Name = "wrote down the sealed votes of";

    internal override string Subject => $"claim #{Number}";
}
