using FactBot.Sandbox.Demo;

namespace FactBot.Host.Tests.Sandbox;

public sealed class ClaimPickerTests
{
    public static TheoryData<string> Articles =>
    [
        "The bridge was closed in May 2024 after an inspection found 14 cracks in its eastern pillar.",
        "The bridge was closed. It reopened.",
        "Rain.",
        "ha ha ha ha ha ha ha ha ha ha ha.",
        "1 2 3 4 5 6 7 8 9\r\n10, 20, 30, 40.",
        "https://example.org/only-a-link",
        "\uFEFFO wind\r\nO rain\r\nO sea\r\nO tree\r\n",
        string.Concat(Enumerable.Repeat("😀🎉", 200)),
        string.Concat(Enumerable.Repeat("The council has 45 members and meets on Monday. ", 400)),
        string.Concat(Enumerable.Repeat("THE COUNCIL MEETS ON MONDAY at ten. The council meets on Monday AT TEN. ", 3)),
        string.Concat(Enumerable.Repeat("alpha beta gamma ", 20_000)),
        new string('a', 900_000),
        "市议会周一以三十八票对七票通过了新的预算案，总额达2.14亿元。反对派说，这是该市历史上最昂贵的项目。",
        "รถรางสายใหม่เปิดให้บริการเมื่อวันจันทร์หลังจากล่าช้ากว่าสองปี",
        "« Nous avons payé deux fois », dit-elle. « Non », dit-il. \"“Nested ‘quotes’ are here, 3 levels of them,” she wrote.\"",
    ];

    [Theory]
    [MemberData(nameof(Articles))]
    public void Any_article_gives_as_many_claims_as_are_asked_for(string article)
    {
        var picked = ClaimPicker.Pick(article, TeamDay.ClaimsFromArticle);
        Assert.Equal(TeamDay.ClaimsFromArticle, picked.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(picked, text => Assert.InRange(text.Length, 12, 400));
        Assert.All(picked, text => Assert.Equal(text.Trim().ReplaceLineEndings(" "), text));

        var (first, second) = Assert.NotNull(ClaimPicker.Halve(picked[^1]));
        Assert.NotEqual(first, second, StringComparer.OrdinalIgnoreCase);
        Assert.All([first, second], half => Assert.InRange(half.Count(char.IsLetter), 3, 400));
        Assert.DoesNotContain('\uFFFD', string.Concat(first.EnumerateRunes()) + string.Concat(second.EnumerateRunes()));
    }

    [Fact]
    public void Sentences_with_numbers_and_quotes_come_before_others()
    {
        var picked = ClaimPicker.Pick(
            "It was a quiet morning at the harbour. The line has 14 stops and 3 bridges, as planned. Nobody was there to see the first tram. “We paid twice the price of 2019,” said Weir. The council voted 9 to 4 for it.",
            3);
        Assert.Equal(["The line has 14 stops and 3 bridges, as planned.", "“We paid twice the price of 2019,” said Weir.", "The council voted 9 to 4 for it."], picked);
    }
}
