namespace FactBot.Sandbox.Demo;

/// <summary>The article bundled with FactBot, for people who have none at hand.</summary>
internal static class SampleArticle
{
    public const string Name = "harbour-tram.txt";

    public static string File => Path.Combine(AppContext.BaseDirectory, "config", "sample", "article.txt");
}
