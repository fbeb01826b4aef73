using FactBot.Chat;
using FactBot.Tests.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Tests.Matching;

/// <summary>A duplicate suggestion is answered once, with whichever of its buttons.</summary>
public sealed class DuplicateSuggestionTests
{
    private const string Claim = "The harbour bridge carries four lanes of traffic.";

    [Theory]
    [InlineData("Same as #1", "Same as #1", "You've already chosen #1")]
    [InlineData("Same as #1", "Submit anyway", "You've already chosen #1")]
    [InlineData("Submit anyway", "Submit anyway", "You've already submitted this claim")]
    [InlineData("Submit anyway", "Same as #1", "You've already submitted this claim")]
    public async Task An_answered_suggestion_cannot_be_used_again_and_says_how_it_was_answered(string first, string second, string told)
    {
        await using var desk = await TestDesk.SetUpAsync();
        var suggestion = await SuggestAsync(desk);
        (await desk.PressesAsync(desk.Ben, ButtonOf(suggestion, first))).Answer();
        var (claims, upvotes, entries) = await CountAsync(desk);

        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(told, (await desk.PressesAsync(desk.Ben, ButtonOf(suggestion, second))).Refusal());

        Assert.Equal((claims, upvotes, entries), await CountAsync(desk));
        Assert.Equal(first == "Submit anyway" ? (2, 0) : (1, 1), (claims, upvotes));
    }

    [Theory]
    [InlineData("Same as #1", "Submit anyway")]
    [InlineData("Submit anyway", "Submit anyway")]
    [InlineData("Same as #1", "Same as #1")]
    public async Task Of_two_answers_at_the_same_moment_one_counts(string one, string other)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var interleaving = new Interleaving();
            await using var desk = await TestDesk.SetUpAsync(services => services.AddSingleton<IInterceptor>(interleaving));
            var suggestion = await SuggestAsync(desk);

            var replies = await interleaving.PlayAsync(
                seed, () => desk.PressesAsync(desk.Ben, ButtonOf(suggestion, one)), () => desk.PressesAsync(desk.Ben, ButtonOf(suggestion, other)));

            Assert.Contains("already", Assert.Single(replies, r => r.IsRefusal).Refusal(), StringComparison.Ordinal);
            var (claims, upvotes, _) = await CountAsync(desk);
            Assert.True(claims - 1 + upvotes == 1, $"Seed {seed}, in the order {interleaving.Order}: {claims} claims, {upvotes} upvotes");
            Assert.Empty(await desk.FlawsAsync());
        }
    }

    private static async Task<Reply> SuggestAsync(TestDesk desk)
    {
        (await desk.RunAsync(desk.Fay, "claim submit", ("text", Claim))).Answer();
        return await desk.RunAsync(desk.Ben, "claim submit", ("text", Claim));
    }

    private static Button ButtonOf(Reply suggestion, string label) => suggestion.Card!.Buttons.Single(b => b.Label.ToString() == label);

    private static async Task<(int Claims, int Upvotes, int Entries)> CountAsync(TestDesk desk) => (
        await desk.LookAsync(db => db.Claims.CountAsync()), (await desk.ClaimAsync(1)).Upvotes.Count, await desk.LookAsync(db => db.Audit.CountAsync()));
}
