using FactBot.Claims;

namespace FactBot.Teams;

/// <summary>The rating scales that were read at start.</summary>
public sealed class RatingScales(IEnumerable<RatingScale> scales)
{
    private readonly Dictionary<string, RatingScale> byName = scales.ToDictionary(s => s.Name);

    /// <summary>In the order of their names.</summary>
    public IEnumerable<RatingScale> All => byName.Values.OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>The scale that the claim is voted with.</summary>
    public RatingScale Of(Claim claim) => Of(claim.Scale);

    /// <summary>The scale that the team picked for what it opens from now on.</summary>
    public RatingScale Of(Team team) => Of(team.Scale);

    private RatingScale Of(string name) => byName.GetValueOrDefault(name) ?? byName[RatingScale.DefaultName];

    /// <summary>Reads every <c>*.json</c> in a folder; a scale is named after its file.</summary>
    /// <exception cref="FormatException">A file is no scale, or there is no default scale; the message names the file.</exception>
    public static RatingScales Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        var scales = files.Select(ReadFile).ToArray();
        return scales.Any(s => s.Name == RatingScale.DefaultName)
            ? new RatingScales(scales)
            : throw new FormatException($"The rating scale {Path.Combine(folder, RatingScale.DefaultName)}.json is missing.");
    }

    private static RatingScale ReadFile(string file)
    {
        try
        {
            return RatingScale.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));
        }
        catch (FormatException e)
        {
            throw new FormatException($"The rating scale {file} cannot be used: {e.Message}.", e);
        }
    }
}
