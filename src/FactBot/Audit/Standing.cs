using System.Text.Json.Nodes;
using FactBot.Chat;

namespace FactBot.Audit;

/// <summary>
/// What stands of something after details of its trail were erased: it can no longer be told from its deeds, so the trail is
/// followed on from here.
/// </summary>
/// <param name="Number">The claim's or article's.</param>
/// <param name="Rows">The rows of each table, each as an object of its cells.</param>
/// <param name="People">Who is named in them, so that the entry is found when one of them is forgotten.</param>
public abstract record Standing(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : Deed
{
    /// <summary>Whether the tables said something else than the trail when the details were erased.</summary>
    public bool WasUntrue { get; init; }

    /// <summary>As the trail names it.</summary>
    internal abstract string Subject { get; }
}

/// <summary>A claim, without the votes that are sealed.</summary>
public sealed record ClaimStands(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : Standing(Number, Rows, People)
{
    internal const string Name = "wrote down what is left of";

    public override string Action => Name;

    internal override string Subject => $"claim #{Number}";
}

/// <summary>An article, with the hashes of its texts in place of them.</summary>
public sealed record ArticleStands(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : Standing(Number, Rows, People)
{
    internal const string Name = "wrote down what is left of the";

    public override string Action => Name;

    internal override string Subject => $"article {Number}";
}

/// <summary>The sealed votes of a claim's open round: apart from the claim, as an export leaves them out.</summary>
public sealed record BallotsStand(int Number, JsonObject Rows, IReadOnlyList<PersonId> People) : Standing(Number, Rows, People)
{
    internal const string Name = "wrote down the sealed votes of";

    public override string Action => Name;

    internal override string Subject => $"claim #{Number}";
}
