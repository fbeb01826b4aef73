namespace FactBot.Host.Tests.Floods;

/// <summary>Tests that leave nothing of the processor to others, and count what only they should do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
