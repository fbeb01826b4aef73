using FactBot.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Claims;

/// <summary>How a desk stands when a game of the seal begins: databases that are made once and copied for each game.</summary>
internal static class SealStarts
{
    private static readonly Func<TestDesk, Task>[] Ways = [OpenAsync, AssignedAsync, ReopenedAsync, DisputedAsync, TwoOpenAsync, CorrectingAsync];

    private static readonly Lazy<Task<byte[]>>[] Made = [.. Ways.Select(way => new Lazy<Task<byte[]>>(() => MakeAsync(way)))];

    public static int Count => Ways.Length;

    public static Action<IServiceCollection> Change => services => services.AddSingleton(MarkedScales.All);

    public static Task<byte[]> BytesAsync(int start) => Made[start].Value;

    private static async Task<byte[]> MakeAsync(Func<TestDesk, Task> way)
    {
        await using var desk = await TestDesk.SetUpAsync(Change);
        // Nothing is posted yet: a copy's chat would not know of it.
        await way(desk);
        return await desk.BytesAsync();
    }

    private static Task OpenAsync(TestDesk desk) => desk.OpenClaimAsync();

    private static async Task AssignedAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        foreach (var reviewer in new[] { desk.Ben, desk.Chi, desk.Dee, desk.Eli })
        {
            (await desk.AssignsAsync(reviewer)).Answer();
        }
    }

    private static async Task ReopenedAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("q00q", "q00q", "q01q");
        (await desk.PublishesAsync()).Answer();
        (await desk.RunAsync(desk.Ada, "claim reopen", ("claim", "1"), ("reason", "A new source"))).Answer();
    }

    private static async Task DisputedAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        await desk.VoteAllAsync("q00q", "q01q", "q02q");
        (await desk.AssignsAsync(desk.Eli)).Answer();
    }

    private static async Task TwoOpenAsync(TestDesk desk)
    {
        await desk.OpenClaimAsync();
        await desk.OpenClaimAsync();
        (await desk.RunAsync(desk.Ada, "settings", ("rule", "quorum"), ("value", "2"))).Answer();
        await desk.OpenClaimAsync();
    }

    private static async Task CorrectingAsync(TestDesk desk)
    {
        await ReopenedAsync(desk);
        (await desk.CorrectsAsync(desk.Ada, rating: "q24q")).Answer();
    }
}
