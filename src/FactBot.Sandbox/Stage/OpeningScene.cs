using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;
using FactBot.Sandbox.People;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox.Stage;

/// <summary>
/// Ada sets up the team once the bot has registered its commands, and the reviewers look at their queues, so that the bot
/// gets to know them; once in the life of a world.
/// </summary>
internal sealed class OpeningScene(SandboxWorld world, BotPresence presence, PersonActions actions)
{
    private const int Tries = 10;

    private static readonly string[] Reviewers = ["Ben", "Chi", "Dee", "Eli"];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public async Task PlayAsync(bool isBare, CancellationToken cancellationToken)
    {
        try
        {
            await presence.WaitUntilAtWorkAsync(cancellationToken);
            for (var attempt = 0; attempt < Tries && !isBare && !world.State.SceneOpened; attempt++)
            {
                await TrySetUpAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }

        presence.IsSceneOver = true;
        world.TellChanged();
    }

    private async Task TrySetUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SetUpAsync(cancellationToken);
        }
        catch (PeopleRefusal)
        {
            // The command may not be registered yet; with a bot that doesn't have it, people begin without a setup.
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var answer = await actions.RunCommandAsync("Ada", new JsonObject
        {
            ["command"] = "setup",
            ["channel"] = "newsroom",
            ["options"] = new JsonObject
            {
                ["review"] = "review",
                ["verdicts"] = "verdicts",
                ["digest"] = "digest",
                ["reviewers"] = "reviewer",
                ["editors"] = "editor",
                ["zone"] = "Europe/Kyiv",
                ["time"] = "09:00",
            },
        }, cancellationToken);
        if (answer.Text("outcome") != "replied")
            return;
        lock (world.Gate)
        {
            world.State.SceneOpened = true;
        }

        world.TellChanged();
        await LookAroundAsync(cancellationToken);
    }

    private async Task LookAroundAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var reviewer in Reviewers)
            {
                await actions.RunCommandAsync(reviewer, new JsonObject { ["command"] = "queue", ["channel"] = "newsroom" }, cancellationToken);
            }
        }
        catch (PeopleRefusal)
        {
            // A bot without that command gets to know them later.
        }
    }
}
