using CsCheck;
using FactBot.Sandbox.Page.Markdown;

namespace FactBot.Page.Tests.Markdown;

public class MarkdownTests
{
    [Theory]
    [InlineData("**bold** and *slanted* and _slanted_", "<p><Bold>bold</Bold> and <Italic>slanted</Italic> and <Italic>slanted</Italic></p>")]
    [InlineData("__under__ ~~struck~~ ||hidden||", "<p><Underline>under</Underline> <Struck>struck</Struck> <Spoiler>hidden</Spoiler></p>")]
    [InlineData("***both***", "<p><Bold><Italic>both</Italic></Bold></p>")]
    [InlineData("**bold with *slanted* in it**", "<p><Bold>bold with <Italic>slanted</Italic> in it</Bold></p>")]
    [InlineData("snake_case_name and 2 * 3 * 4", "<p>snake_case_name and 2 * 3 * 4</p>")]
    [InlineData("**not closed", "<p>**not closed</p>")]
    [InlineData(@"\*plain\* and \\", @"<p>*plain* and \</p>")]
    [InlineData("`a *b*` and ``c ` d``", "<p><code>a *b*</code> and <code>c ` d</code></p>")]
    [InlineData("one\ntwo", "<p>one<br>two</p>")]
    public void Styles_are_read_as_discord_reads_them(string text, string shown) => Assert.Equal(shown, Shown.Of(text));

    [Theory]
    [InlineData("# Big\n## Less\n### Least\n-# small", "<h1>Big</h1><h2>Less</h2><h3>Least</h3><h0>small</h0>")]
    [InlineData("#tag\n#### four", "<p>#tag<br>#### four</p>")]
    [InlineData("> said\n> so\nanswer", "<quote><p>said</p><p>so</p></quote><p>answer</p>")]
    [InlineData(">>> all\nof it", "<quote><p>all</p><p>of it</p></quote>")]
    [InlineData("- one\n  - two\n- three", "<- 0>one<- 1>two<- 0>three")]
    [InlineData("3. three\n4. four", "<3 0>three<4 0>four")]
    [InlineData("before\n```cs\nvar x = **1**;\n```after", "<p>before</p><pre>var x = **1**;</pre><p>after</p>")]
    public void Lines_of_their_own_are_read_as_discord_reads_them(string text, string shown) => Assert.Equal(shown, Shown.Of(text));

    [Theory]
    [InlineData("[page](https://a.org/x)", "<p><a https://a.org/x>page</a></p>")]
    [InlineData("[page](<https://a.org/x>)", "<p><a https://a.org/x>page</a></p>")]
    [InlineData(@"[a \] b](<https://a.org>)", "<p><a https://a.org>a ] b</a></p>")]
    [InlineData("see https://a.org/x, or <https://b.org>.", "<p>see <a https://a.org/x>https://a.org/x</a>, or <a https://b.org>https://b.org</a>.</p>")]
    [InlineData("[bad](javascript:alert(1)) [worse](data:text/html,x)", "<p>[bad](javascript:alert(1)) [worse](data:text/html,x)</p>")]
    public void Links_lead_to_the_web_alone(string text, string shown) => Assert.Equal(shown, Shown.Of(text));

    [Theory]
    [InlineData("<@1100000000000000010> <@!1100000000000000010>", "<p><@1100000000000000010> <@1100000000000000010></p>")]
    [InlineData("<@&1100000000000000010> <#1100000000000000010>", "<p><@&1100000000000000010> <#1100000000000000010></p>")]
    [InlineData("</claim submit:1100000000000000010>", "<p></claim submit></p>")]
    [InlineData("<t:1700000000> <t:1700000000:R>", "<p><t 1700000000 f> <t 1700000000 R></p>")]
    [InlineData("<@12> <t:x> <b>", "<p><@12> <t:x> <b></p>")]
    public void Mentions_and_moments_are_read_and_tags_are_text(string text, string shown) => Assert.Equal(shown, Shown.Of(text));

    [Fact]
    public void A_text_of_marks_alone_is_read_to_its_end_and_in_no_depth() => Gen.Char["*_~|`[](<>\\ \n#->1.ht:/"].Array[0, 4000]
        .Sample(marks => BlockReading.Read(new string(marks)).Count >= 0, iter: 200);

    [Fact]
    public void Letters_are_never_lost() => Gen.Char["ab*_~|`[]()<> \n#->1."].Array[0, 60].Sample(
        letters => Shown.CharactersOf(new string(letters)).Count(char.IsAsciiLetter) == letters.Count(char.IsAsciiLetter), iter: 2000);
}
