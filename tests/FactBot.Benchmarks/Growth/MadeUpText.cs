using System.Globalization;

namespace FactBot.Benchmarks;

/// <summary>Made-up statements with names, numbers and years, so that an index has common and rare words. Always the same.</summary>
internal sealed class MadeUpText
{
    private static readonly string[] Subjects = ["The city of", "The council of", "The hospital in", "The mayor of", "The port of", "A report from", "The police in", "The university of"];
    private static readonly string[] Deeds = ["spent", "lost", "saved", "borrowed", "promised", "collected", "returned", "paid out"];
    private static readonly string[] Matters = ["on new bridges", "on school meals", "for flood defences", "on border guards", "for hospital beds", "on wind farms", "for teachers", "on street lights", "for refugees", "on vaccines"];
    private static readonly string[] Syllables = ["ba", "ker", "lo", "min", "sta", "vor", "ni", "del", "hu", "rast", "po", "gry", "el", "tam", "os", "wi"];

    private readonly Random random = new(19);

    public string Statement() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Pick(Subjects)} {Name()} {Pick(Deeds)} {random.Next(2, 900)} million {Pick(Matters)} in {random.Next(1990, 2027)}, {Name()} says.");

    public string Name() =>
        string.Create(CultureInfo.InvariantCulture, $"{Pick(Syllables)}{Pick(Syllables)}{Pick(Syllables)}") is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    public int Next(int below) => random.Next(below);

    private string Pick(string[] words) => words[random.Next(words.Length)];
}
