namespace FactBot.Sandbox.Demo;

/// <summary>The article that comes with FactBot, for who has none at hand.</summary>
internal static class SampleArticle
{
    public const string Name = "harbour-tram.txt";

    public static string File => Path.Combine(AppContext.BaseDirectory, "config", "sample", "article.txt");
}
