using System.Globalization;
using System.Net;

namespace FactBot.Sandbox;

/// <summary>Parses the sandbox's command line.</summary>
internal static class SandboxArguments
{
    public const int DefaultPort = 5180;

    /// <returns>The options, or what is wrong in one sentence.</returns>
    public static (SandboxOptions? Options, string? Fault) Read(IReadOnlyList<string> arguments)
    {
        var options = new SandboxOptions { Port = DefaultPort };
        for (var i = 0; i < arguments.Count; i++)
        {
            var next = i + 1 < arguments.Count ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--bare":
                    options = options with { Bare = true };
                    break;
                case "--no-bot":
                    options = options with { NoBot = true };
                    break;
                case "--data" when next is not null:
                    options = options with { Data = next };
                    i++;
                    break;
                case "--listen" when IPAddress.TryParse(next, out var address):
                    options = options with { Listen = address };
                    i++;
                    break;
                case "--port" when ushort.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                    options = options with { Port = port };
                    i++;
                    break;
                case "--port":
                    return (null, "--port wants a number from 0 to 65535.");
                case "--listen":
                    return (null, "--listen wants an IP address of this machine, or 0.0.0.0 for all of them.");
                case "--data":
                    return (null, "--data wants a folder.");
                case var unknown:
                    return (null, $"There is no argument '{unknown}'; there are --port N, --listen ADDRESS, --data DIR, --bare and --no-bot, and before them the word demo.");
            }
        }

        return (options, null);
    }
}
