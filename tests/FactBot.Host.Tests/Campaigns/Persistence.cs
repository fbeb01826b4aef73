using FactBot.Host.Tests.Stories;
using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Campaigns;

/// <summary>
/// Somebody who wants an answer: who is told that it failed tries the same again, as people do, up to five times. Notes
/// how often each effect may and must be there.
/// </summary>
internal sealed class Persistence(Newsroom newsroom, Random random, Action<string> note)
{
    private const int Tries = 5;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<(string Sql, string Mark), (int Least, int Most)> due = [];

    /// <summary>How many interactions there were, each try counted.</summary>
    public int Interactions { get; private set; }

    /// <summary>What nobody could get done.</summary>
    public List<string> GivenUp { get; } = [];

    /// <summary>When the clock leapt while somebody waited, so that an answer could not be in time.</summary>
    public List<(DateTimeOffset From, DateTimeOffset To)> Leaps { get; } = [];

    /// <summary>Each effect with how often it must and may be there.</summary>
    public IEnumerable<(string Sql, string Mark, int Least, int Most)> Due =>
        due.Select(d => (d.Key.Sql, d.Key.Mark, d.Value.Least, d.Value.Most));

    /// <summary>Asks until there is an answer; null where there is none after all tries.</summary>
    public async Task<Answer?> AskAsync(string what, Func<Task<Answer>> actAsync, Effect? effect = null)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            Interactions++;
            var answer = await WaitAsync(actAsync);
            note($"{what}: {answer.Outcome}{(answer.IsDeferred ? " late" : "")}: {answer.Text.Split('\n')[0]}");
            if (answer.Outcome != "failed" || answer.IsDeferred)
            {
                Count(effect, answer, isSure: attempt == 1 && answer.Outcome != "failed");
                return answer;
            }

            newsroom.Leap(TimeSpan.FromSeconds(random.Next(5, 30)));
        }

        GivenUp.Add($"{what}: no answer after {Tries} tries");
        Count(effect, answer: null, isSure: false);
        return null;
    }

    private void Count(Effect? effect, Answer? answer, bool isSure)
    {
        if (effect is null)
        {
            return;
        }

        var isDone = answer?.Text.Contains(effect.SaysDone, StringComparison.Ordinal) == true;
        var (least, most) = due.GetValueOrDefault((effect.Sql, effect.Mark));
        due[(effect.Sql, effect.Mark)] = (least + (isDone ? 1 : 0), most + (isDone || !isSure ? 1 : 0));
    }

    /// <summary>What the bot was not even told of need not be waited for in real time.</summary>
    private async Task<Answer> WaitAsync(Func<Task<Answer>> actAsync)
    {
        var told = await CountToldAsync();
        var acting = actAsync();
        while (await Task.WhenAny(acting, Task.Delay(Glance, TimeProvider.System)) != acting)
        {
            if (await CountToldAsync() == told)
            {
                var from = newsroom.Now;
                newsroom.Leap(TimeSpan.FromSeconds(4));
                Leaps.Add((from, newsroom.Now));
            }
        }

        return await acting;
    }

    private async Task<int> CountToldAsync() =>
        (await newsroom.Client.GetTextAsync("stage/traffic")).Split("\"t\":\"INTERACTION_CREATE\"").Length;
}
