using System.Text.RegularExpressions;
using System.Xml.Linq;
using FactBot.Discord.Rest;

namespace FactBot.Host.Tests;

public partial class ArchitectureTests
{
    private const string Switch = "'$(DiscordNet)' == 'true'";

    [Theory]
    [InlineData(typeof(FactBot.Domain.Claims.Claim), "FactBot.Text")]
    [InlineData(typeof(Commands), "FactBot.Domain", "FactBot.Text")]
    [InlineData(typeof(DiscordRest))]
    public void A_library_references_only_the_libraries_below_it_and_the_client_none(Type inside, params string[] known) => Assert.Equal(
        known, inside.Assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(r => r.StartsWith("FactBot", StringComparison.Ordinal)).Order());

    [Fact]
    public void Nothing_in_the_solution_needs_discord_net_without_the_switch()
    {
        var projects = Project().Matches(Read("FactBot.sln")).Select(m => m.Groups[1].Value.Replace('\\', '/')).ToList();
        Assert.True(projects.Count > 5, "the projects of the solution were not found");
        Assert.DoesNotContain(projects, p => p.Contains("DiscordNet", StringComparison.Ordinal));
        foreach (var file in projects.Append("Directory.Build.props"))
        {
            var references = XDocument.Parse(Read(file)).Descendants()
                .Where(e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal) && IsOfDiscordNet((string?)e.Attribute("Include")));
            Assert.All(references, r => Assert.Contains(r.AncestorsAndSelf(), e => (string?)e.Attribute("Condition") == Switch));
        }
    }

    [Fact]
    public void Only_one_line_asks_which_client_it_is()
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("FactBot.DiscordNet", StringComparison.Ordinal) && !Generated().IsMatch(f));
        var asking = sources.SelectMany(f => File.ReadLines(f).Where(l => l.Contains("DISCORD_NET", StringComparison.Ordinal) || l.Contains("FactBot.DiscordNet", StringComparison.Ordinal)));
        Assert.Equal(["#if DISCORD_NET", "FactBot.DiscordNet.DiscordNetRegistration.AddDiscordNet(builder.Services);"], asking.Select(l => l.Trim()));
    }

    private static bool IsOfDiscordNet(string? name) =>
        name is not null && (name.StartsWith("Discord.Net", StringComparison.Ordinal) || name.Contains("FactBot.DiscordNet", StringComparison.Ordinal));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex Project();

    [GeneratedRegex(@"[/\\](obj|bin)[/\\]")]
    private static partial Regex Generated();
}
