using CsCheck;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Host.Chat;

namespace FactBot.Host.Tests.Chat;

public class MarkdownTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("**bold** _it_ ~~no~~ `code` ||spoiler||", @"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|")]
    [InlineData("@everyone <@123> <@&4> <#5>", @"\@everyone \<\@123\> \<\@&4\> \<#5\>")]
    [InlineData("[here](https://evil.example)", @"\[here\](https://evil.example)")]
    [InlineData("# title\n> quote\n-# item\n1. one", "\\# title\n\\> quote\n\\-# item\n1\\. one")]
    [InlineData("a - b # c 2. d", "a - b # c 2. d")]
    [InlineData("#1 is open", "#1 is open")]
    [InlineData("see https://example.org/a_b_c?d=1 now", "see https://example.org/a_b_c?d=1 now")]
    [InlineData(@"back\slash", @"back\\slash")]
    public void A_person_s_text_is_shown_as_it_was_written(string text, string shown) =>
        Assert.Equal(shown, Markdown.Of(Words.Of(text)));

    [Fact]
    public void Arguments_are_shown_in_discord_s_own_markup()
    {
        Words words = $"**{new PersonId(700000000000000001)}** {new ChannelId(2)} {new RoleId(3)} {Noon:R} {Noon} {new CommandName("claim list")} {1234:N0}";
        Assert.Equal(
            "**<@700000000000000001>** <#2> <@&3> <t:1795348800:R> <t:1795348800:f> `/claim list` 1,234", Markdown.Of(words));
    }

    [Fact]
    public void Who_was_forgotten_is_a_former_member() =>
        Assert.Equal("Asked by a former member.", Markdown.Of($"Asked by {new PersonId(3)}."));

    [Fact]
    public void Links_keep_their_address_and_escape_their_label()
    {
        Words words = $"{new PageLink("a]b", "https://example.org/x?y=(1)")} {new MessageLink("read", new(1), new(2), new(3))}";
        Assert.Equal(
            @"[a\]b](<https://example.org/x?y=(1)>) [read](<https://discord.com/channels/1/2/3>)", Markdown.Of(words));
    }

    [Fact]
    public void A_label_cannot_break_out_of_its_link()
    {
        Words words = $"{new PageLink("https://a](https://evil.example)[", "https://example.org/")}";
        Assert.Equal(@"[https://a\]\(https://evil.example\)\[](<https://example.org/>)", Markdown.Of(words));
    }

    [Fact]
    public void Every_mark_that_discord_would_read_is_escaped() =>
        Gen.OneOf("*", "_", "~", "`", "|", "<", ">", "[", "]", "@", "\\", "a", " ", "\n").List[1, 12].Sample(parts =>
            Markdown.Of(Words.Of(string.Concat(parts))) == string.Concat(
                parts.Select(p => p is "a" or " " or "\n" ? p : "\\" + p)));

    [Fact]
    public void Plain_text_has_no_markup_and_braces_stay_braces()
    {
        Words words = $"{{x}} {new CommandName("help")} {"*a*"} {Noon}";
        Assert.Equal("{x} /help *a* 2026-11-22 12:00 UTC", Markdown.Plain(words));
    }
}
