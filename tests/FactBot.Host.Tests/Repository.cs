namespace FactBot.Host.Tests;

/// <summary>The project's own files.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "FactBot.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
