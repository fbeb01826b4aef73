namespace FactBot.Domain;

/// <summary>What a rule refused, with its facts. It has no words; each reader's language and place gives it its own.</summary>
public abstract record Refusal;

/// <summary>A rule refused what was asked, and nothing was changed.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.GetType().Name)
{
    public Refusal Refusal { get; } = refusal;
}
