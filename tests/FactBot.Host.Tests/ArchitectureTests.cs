using FactBot.Discord.Rest;

namespace FactBot.Host.Tests;

public class ArchitectureTests
{
    [Theory]
    [InlineData(typeof(Commands))]
    [InlineData(typeof(DiscordRest))]
    public void The_desk_and_the_discord_client_know_no_other_project(Type inside) => Assert.DoesNotContain(
        inside.Assembly.GetReferencedAssemblies(), r => r.Name!.StartsWith("FactBot", StringComparison.Ordinal));
}
