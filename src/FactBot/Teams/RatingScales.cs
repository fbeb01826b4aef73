using FactBot.Domain.Claims;
using FactBot.Domain.Teams;

namespace FactBot.Teams;

/// <summary>The rating scales read at startup.</summary>
public sealed class RatingScales(IEnumerable<RatingScale> scales)
{
    private readonly Dictionary<string, RatingScale> byName = scales.ToDictionary(s => s.Name);

    /// <summary>Ordered by name.</summary>
    public IEnumerable<RatingScale> All => byName.Values.OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>Returns the scale the claim is voted on with.</summary>
    public RatingScale Of(Claim claim) => Of(claim.Scale);

    /// <summary>Returns the scale the team chose for claims opened from now on.</summary>
    public RatingScale Of(Team team) => Of(team.Scale);

    private RatingScale Of(string name) => byName.GetValueOrDefault(name) ?? byName[RatingScale.DefaultName];

    /// <summary>Reads every <c>*.json</c> file in a folder; a scale is named after its file.</summary>
    /// <exception cref="FormatException">A file isn't a scale, or the default one is missing; the message names it.</exception>
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
