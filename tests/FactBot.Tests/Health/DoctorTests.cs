using FactBot.Chat;

namespace FactBot.Tests.Health;

public class DoctorTests
{
    [Fact]
    public async Task A_desk_that_is_well_is_told_so_with_its_last_digest_and_its_next()
    {
        await using var desk = await TestDesk.SetUpAsync();
        var first = (await desk.RunAsync(desk.Ada, "desk doctor")).Card!;
        Assert.Equal("The desk is well", first.Title.ToString());
        Assert.Contains("None was made yet.", Field(first, "Digest"));
        Assert.Contains("The next daily one comes", Field(first, "Digest"));
        Assert.Contains("101: cards go out.", Field(first, "Channels"));

        await desk.RunAsync(desk.Ada, "digest now");
        await desk.SettleAsync();
        Assert.Contains("The last one was made", Field((await desk.RunAsync(desk.Ada, "desk doctor")).Card!, "Digest"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_channel_is_told_with_what_to_do_and_once_mended_what_waited_goes_out_at_once()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.Closed.Add(TestDesk.Review);
        desk.Chat.States[TestDesk.Review] = new(IsThere: true, ["Send Messages", "Embed Links"]);
        desk.Chat.States[TestDesk.Verdicts] = new(IsThere: false, []);
        desk.Chat.States[TestDesk.DigestChannel] = new(IsThere: true, [], IsRoleHeard: false);
        await desk.RunAsync(desk.Ada, "digest schedule", ("time", "09:00"), ("role", "201"));
        await desk.SubmitsAsync(desk.Fay);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();

        var card = (await desk.RunAsync(desk.Ada, "desk doctor")).Card!;
        Assert.Equal("4 things to mend", card.Title.ToString());
        var text = card.Text!.ToString();
        Assert.Contains("In 101, where cards go, FactBot lacks **Send Messages, Embed Links**: in the channel’s settings, under Permissions, allow it", text);
        Assert.Contains("The channel for verdicts is gone: choose another with /setup", text);
        Assert.Contains("Nobody hears 201 in 103", text);
        Assert.Contains("1 card waits, as FactBot may not write there", text);

        desk.Chat.Closed.Clear();
        desk.Chat.States.Clear();
        await desk.RunAsync(desk.Ada, "desk doctor");
        await desk.SettleAsync();
        Assert.Equal(2, desk.Chat.In(TestDesk.Review).Count());
        Assert.Equal("The desk is well", (await desk.RunAsync(desk.Ada, "desk doctor")).Card!.Title.ToString());
    }

    [Fact]
    public async Task What_the_chat_did_not_take_is_told_and_needs_nothing()
    {
        await using var desk = await TestDesk.SetUpAsync();
        desk.Chat.Failures.Enqueue(ChatTrouble.Passing);
        await desk.SubmitsAsync(desk.Fay);
        await desk.SettleAsync();
        Assert.Contains("1 card waits, as Discord did not take it (tried 1 time)", (await desk.RunAsync(desk.Ada, "desk doctor")).Card!.Text!.ToString());
    }

    private static string Field(Card card, string name) => card.Fields.Single(f => f.Name.ToString() == name).Value.ToString();
}
