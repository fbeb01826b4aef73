namespace FactBot.Tests.Articles;

/// <summary>Texts with their sentences a line each, by language, after the cases that sentence splitters are known to fail on.</summary>
public class SentenceGoldTests(ITestOutputHelper output)
{
    private static readonly string[] Strict = ["en", "de", "fr", "es", "pt", "uk"];

    private static readonly string[] Others = ["ru", "pl", "ar", "hi", "zh", "ja"];

    /// <summary>The languages in each folder: short texts, and paragraphs in the style of news, of which one half was held out while rules were mended.</summary>
    public static TheoryData<string, string, double> Languages()
    {
        var data = new TheoryData<string, string, double>();
        foreach (var folder in (string[])["", "Paragraphs", "HeldOut", "Third", "Fourth"])
        {
            foreach (var language in Strict)
            {
                data.Add(folder, language, 0.99);
            }

            foreach (var language in Others)
            {
                data.Add(folder, language, 0.97);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Boundaries_stand_where_a_reader_of_the_language_sets_them(string folder, string language, double least)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Articles", "Gold", folder, $"{language}.txt");
        var score = SentenceGold.Score(File.ReadAllText(file), language is "zh" or "ja");
        output.WriteLine($"{folder} {language}: {score.Right} of {score.All}");
        Assert.True(score.Right >= least * score.All, $"{score.Right} of {score.All}\n{string.Join("\n", score.Wrong)}");
    }
}
