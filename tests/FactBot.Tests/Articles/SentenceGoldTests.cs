using FactBot.Articles;

namespace FactBot.Tests.Articles;

/// <summary>Texts with their sentences a line each, by language, after the cases that sentence splitters are known to fail on.</summary>
public class SentenceGoldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("en", 0.99)]
    [InlineData("de", 0.99)]
    [InlineData("fr", 0.99)]
    [InlineData("es", 0.99)]
    [InlineData("pt", 0.99)]
    [InlineData("uk", 0.99)]
    [InlineData("ru", 0.97)]
    [InlineData("pl", 0.97)]
    [InlineData("ar", 0.97)]
    [InlineData("hi", 0.97)]
    [InlineData("zh", 0.97)]
    [InlineData("ja", 0.97)]
    public void Boundaries_stand_where_a_reader_of_the_language_sets_them(string language, double least)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Articles", "Gold", $"{language}.txt");
        var score = SentenceGold.Score(File.ReadAllText(file), language is "zh" or "ja");
        output.WriteLine($"{language}: {score.Right} of {score.All}");
        Assert.True(score.Right >= least * score.All, $"{score.Right} of {score.All}\n{string.Join("\n", score.Wrong)}");
    }
}
