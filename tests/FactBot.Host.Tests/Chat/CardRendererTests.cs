using CsCheck;
using FactBot.Chat;
using FactBot.Discord.Wire;
using FactBot.Host.Chat;

namespace FactBot.Host.Tests.Chat;

public class CardRendererTests
{
    private static readonly Gen<string> Text = Gen.OneOf("*", "word ", "😀", "\n", "\\", "[", "https://a.example/ ").List[1, 600]
        .Select(parts => string.Concat(parts));

    [Fact]
    public void No_card_is_longer_than_discord_takes() =>
        Gen.Select(Text, Text, Text.List[0, 30], Text).Sample(
            (title, text, fields, footer) =>
            {
                var embed = CardRenderer.EmbedOf(new Card(Words.Of(title))
                {
                    Text = Words.Of(text),
                    Fields = [.. fields.Select(f => new CardField(Words.Of(f), Words.Of(f)))],
                    Footer = Words.Of(footer),
                });
                var total = embed.Title!.Length + embed.Description!.Length + embed.Footer!.Text.Length
                    + embed.Fields!.Sum(f => f.Name.Length + f.Value.Length);
                return embed.Title.Length <= 256 && embed.Description.Length <= 4096 && embed.Footer.Text.Length <= 2048
                    && embed.Fields!.Count <= 25 && embed.Fields.All(f => f.Name.Length <= 256 && f.Value.Length <= 1024)
                    && total <= 6000;
            },
            iter: 200,
            print: _ => "a card");

    [Fact]
    public void Lines_that_one_field_cannot_take_go_on_in_the_next()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"source {i} " + new string('x', 150)));
        var fields = CardRenderer.EmbedOf(new Card($"A claim") { Fields = [new CardField($"Sources", Words.Of(lines))] }).Fields!;
        Assert.Equal(["Sources", "…"], fields.Select(f => f.Name));
        Assert.Equal(lines, string.Join('\n', fields.Select(f => f.Value)));
    }

    [Fact]
    public void A_link_is_never_cut_in_half()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 100).Select(i => $"[source {i}](<https://example.org/{i}>)"));
        var cut = CardRenderer.Cut(lines, 1024);
        Assert.InRange(cut.Length, 900, 1024);
        Assert.Matches(@">\)\n… and \d+ lines more$", cut);
    }
}
