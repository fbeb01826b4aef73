using System.Text.RegularExpressions;

namespace FactBot.Host.Tests.Deploy;

/// <summary>What Dockerfile, compose.yaml and the systemd unit promise.</summary>
public sealed partial class RecipeTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string[] Image = [.. File.ReadAllLines(Path.Combine(Root, "Dockerfile")).SkipWhile(l => !LastStage().IsMatch(l))];

    [Fact]
    public void The_image_has_no_shell_and_runs_as_a_user_without_rights()
    {
        Assert.Matches("^FROM mcr[.]microsoft[.]com/dotnet/aspnet:10[.]0-[a-z]+-chiseled$", Image[0]);
        Assert.Contains("USER $APP_UID", Image);
        Assert.DoesNotContain(Image, l => l.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(Image, "USER $APP_UID") < Array.FindIndex(Image, l => l.StartsWith("ENTRYPOINT", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_image_checks_its_health_without_a_shell_and_keeps_its_data_in_a_volume()
    {
        Assert.Contains(Image, l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && l.EndsWith("CMD [\"dotnet\", \"FactBot.Host.dll\", \"health\"]", StringComparison.Ordinal));
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"FactBot.Host.dll\"]", Image);
        Assert.Contains("VOLUME /data", Image);
        Assert.Contains(Image, l => l.Contains("FACTBOT_Storage__Path=/data/", StringComparison.Ordinal));
        Assert.Contains(Image, l => l.Contains("--chown=$APP_UID:$APP_UID /data", StringComparison.Ordinal));
    }

    [Fact]
    public void The_image_is_built_of_named_versions_and_holds_no_secret()
    {
        var all = File.ReadAllLines(Path.Combine(Root, "Dockerfile"));
        Assert.All(all.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)), l => Assert.Matches(":[0-9]", l));
        Assert.DoesNotContain(all, l => l.Contains("Token", StringComparison.OrdinalIgnoreCase) || l.StartsWith("ADD ", StringComparison.Ordinal));
        Assert.Contains("secrets/", File.ReadAllLines(Path.Combine(Root, ".dockerignore")));
        Assert.Contains("secrets/", File.ReadAllLines(Path.Combine(Root, ".gitignore")));
    }

    [Fact]
    public void The_container_can_write_to_its_data_alone_and_has_time_to_stop()
    {
        var compose = File.ReadAllText(Path.Combine(Root, "compose.yaml"));
        Assert.All(
            (string[])["read_only: true", "cap_drop:\n      - ALL", "no-new-privileges:true", "tmpfs:\n      - /tmp", "secrets:\n      - Discord__Token", "stop_grace_period: 30s", "restart: unless-stopped"],
            rule => Assert.Contains(rule, compose, StringComparison.Ordinal));
        Assert.DoesNotContain("privileged: true", compose, StringComparison.Ordinal);
        Assert.DoesNotContain("ports:", compose, StringComparison.Ordinal);
    }

    [Fact]
    public void The_service_may_do_little_and_does_not_start_again_where_that_cannot_help()
    {
        var unit = File.ReadAllLines(Path.Combine(Root, "deploy", "factbot.service"));
        Assert.All(
            (string[])["DynamicUser=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
                "PrivateDevices=yes", "RestrictNamespaces=yes", "SystemCallFilter=@system-service", "LoadCredential=Discord__Token:/etc/factbot/token"],
            rule => Assert.Contains(rule, unit));
        Assert.Contains("RestartPreventExitStatus=1 2 3 4 10 11 12 13 14", unit);
    }

    [GeneratedRegex("^FROM .*aspnet")]
    private static partial Regex LastStage();
}
