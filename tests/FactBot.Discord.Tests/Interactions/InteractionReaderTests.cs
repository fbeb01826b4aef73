using System.Text;
using CsCheck;
using FactBot.Discord.Interactions;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    [Fact]
    public void An_interaction_is_read_with_what_is_new_in_it()
    {
        var interaction = InteractionReader.Find("""
            {"id":"5","application_id":"2","type":2,"token":"t","version":1,"novelty":[{}],
             "data":{"id":"4","name":"queue","type":1} }
            """u8);

        Assert.Equal((new Snowflake(5), "queue"), (interaction!.Id, interaction.Data!.Name));
    }

    [Fact]
    public void Discords_probe_is_an_interaction() =>
        Assert.Equal(
            InteractionType.Ping,
            InteractionReader.Find("""{"id":"5","application_id":"2","type":1,"token":"t"}"""u8)!.Type);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("<html>")]
    [InlineData("""{"id":"five"}""")]
    [InlineData("""{"id":"5","token":null}""")]
    [InlineData("""{"id":"5","token":"\ud800"}""")]
    [InlineData("""{"id":"5","data":{"values":"none"}}""")]
    public void What_is_none_is_null(string json) =>
        Assert.Null(InteractionReader.Find(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void A_nest_without_end_is_null() =>
        Assert.Null(InteractionReader.Find(Encoding.UTF8.GetBytes(
            """{"id":"5","novelty":""" + new string('[', 100_000))));

    [Fact]
    public void Nothing_is_thrown_at_random_bytes() =>
        Gen.Byte.Array.Sample(bytes => InteractionReader.Find(bytes) is null);
}
