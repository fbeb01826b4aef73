namespace FactBot.Chat;

/// <summary>An option of a command.</summary>
public sealed record OptionSpec(string Name, string Description, OptionKind Kind = OptionKind.Text)
{
    public bool IsRequired { get; init; }

    /// <summary>A short fixed list for text options; longer or changing lists come from a <see cref="Completion"/>.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The <see cref="ICompletion"/> that suggests values as the person types.</summary>
    public Type? Completion { get; init; }

    public OptionSpec Required() => this with { IsRequired = true };

    public OptionSpec CompletedBy<T>()
        where T : ICompletion => this with { Completion = typeof(T) };

    public OptionSpec OneOf(params IReadOnlyList<Choice> choices) => this with { Choices = choices };
}

public enum OptionKind
{
    Text,
    Person,
    Role,
    Channel,
    File,
}
