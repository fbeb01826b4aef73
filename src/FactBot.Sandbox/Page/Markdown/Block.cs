namespace FactBot.Sandbox.Page.Markdown;

/// <summary>A part of a text that takes up whole lines.</summary>
internal abstract record Block;

internal sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>A heading of level 1 to 3, or small print (level 0).</summary>
internal sealed record Heading(int Level, IReadOnlyList<Inline> Text) : Block;

internal sealed record Quote(IReadOnlyList<Block> Inner) : Block;

internal sealed record CodeBlock(string Text) : Block;

/// <summary>A list of items, numbered or not.</summary>
internal sealed record ItemList(bool IsNumbered, IReadOnlyList<Item> Items) : Block;

/// <summary>An item: its depth (0 for the outermost), its number, and its text.</summary>
internal sealed record Item(int Depth, int Number, IReadOnlyList<Inline> Text);
