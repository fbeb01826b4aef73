using FactBot.Chat;
using FactBot.Text.Addresses;

namespace FactBot.Tests.Pages;

public class ShownHostTests
{
    [Theory]
    [InlineData("bücher.example")]
    [InlineData("россия.рф")]
    [InlineData("例え.jp")]
    [InlineData("президент.рф")]
    [InlineData("ελλάδα-ειδήσεις.gr")]
    [InlineData("한국.kr")]
    [InlineData("भारत.example")]
    [InlineData("straße.example")]
    [InlineData("müller24.example")]
    [InlineData("đường.example")]
    public void A_name_in_one_script_stays_readable(string host)
    {
        if (host == "đường.example")
        {
            // Its first letter looks like another's with a stroke through it.
            Assert.StartsWith("xn--", ShownHost.Of(host), StringComparison.Ordinal);
            return;
        }

        Assert.Equal(host, ShownHost.Of(host));
        Assert.Equal(host, ShownHost.Of(new Uri($"https://{host}/a")));
        Assert.False(ShownHost.IsOdd(host));
    }

    [Theory]
    [InlineData("аррӏе.com", "the whole in Cyrillic")]
    [InlineData("раураӏ.com", "the whole in Cyrillic")]
    [InlineData("bbс.com", "one letter in Cyrillic")]
    [InlineData("gооgle.com", "two letters in Cyrillic")]
    [InlineData("βbc.com", "Greek with Latin")]
    [InlineData("ɑpple.com", "an alpha of the phonetic alphabet")]
    [InlineData("wıkipedia.org", "an i without its dot")]
    [InlineData("faſt.com", "a long s")]
    [InlineData("b\u0323bc.com", "a combining mark")]
    [InlineData("ᴀpple.com", "a small capital")]
    [InlineData("ꓮꓑꓑꓡꓰ.com", "Lisu")]
    [InlineData("օօօ.com", "Armenian")]
    [InlineData("bb١.com", "a digit of Arabic")]
    [InlineData("ノノ.com", "a slash in kana")]
    [InlineData("example.com\u2044evil.example", "a fraction's slash")]
    public void A_name_that_imitates_another_is_shown_as_punycode(string host, string how)
    {
        var shown = ShownHost.Of(host);
        Assert.True(shown.Contains("xn--", StringComparison.Ordinal) || System.Text.Ascii.IsValid(shown), $"{how}: {shown}");
        Assert.True(System.Text.Ascii.IsValid(shown), $"{how}: {shown}");
    }

    [Theory]
    [InlineData("https://bbc.com./news", "bbc.com")]
    [InlineData("https://BBC.com/news", "bbc.com")]
    [InlineData("https://user:word@bbc.com/", "bbc.com")]
    [InlineData("https://bbc.com:8443/", "bbc.com:8443")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0x7f.0.0.1/", "127.0.0.1")]
    [InlineData("http://[::1]/", "[::1]")]
    [InlineData("https://bbc.com@evil.example/", "evil.example")]
    public void Tricks_with_the_rest_of_an_address_show_what_is_fetched(string address, string shown) =>
        Assert.Equal(shown, ShownHost.Of(new Uri(address)));

    [Fact]
    public void Of_a_long_name_the_end_is_shown_which_tells_whose_it_is()
    {
        var shown = ShownHost.Of(new Uri($"https://www.bbc.com.{string.Join('.', Enumerable.Repeat("news-of-today", 12))}.evil.example/"));
        Assert.EndsWith(".evil.example", shown);
        Assert.DoesNotContain("bbc", shown);
        Assert.True(shown.Length <= 60);
    }

    [Fact]
    public void Letters_that_run_the_other_way_do_not_change_places()
    {
        Assert.Contains("xn--", ShownHost.Of("דוגמה.example.com"));
        Assert.DoesNotContain("\u202E", ShownHost.Of("abc\u202Emoc.example"));
    }

    [Theory]
    [InlineData("https://bbc.com/1", "https://www.bbc.com./2")]
    [InlineData("https://bbc.com/1", "https://BBC.COM:443/2")]
    [InlineData("https://bbc.com/1", "https://ｂｂｃ.com/2")]
    [InlineData("https://bbc.com/1", "https://bbc。com/2")]
    [InlineData("https://bücher.example/1", "https://xn--bcher-kva.example/2")]
    public void Addresses_of_one_site_count_as_one_however_they_are_written(string one, string other) =>
        Assert.Equal(WebSite.Of(one), WebSite.Of(other));

    [Fact]
    public async Task A_source_of_an_imitating_site_shows_what_it_is_and_warns()
    {
        await using var desk = await TestDesk.SetUpAsync();
        await desk.OpenClaimAsync(hasSource: false);
        (await desk.AddsSourceAsync(desk.Ben, "1", "https://аррӏе.com/news")).Answer();
        (await desk.AddsSourceAsync(desk.Ben, "1", "https://bücher.example/news")).Answer();
        var shown = string.Join('\n', Surface.TextsOf(await desk.RunAsync(desk.Fay, "claim show", ("claim", "1"))));
        Assert.Contains("xn--80ak6aa92e.com", shown);
        Assert.Contains("check whose site it is", shown);
        Assert.Contains("bücher.example", shown);
        Assert.DoesNotContain("аррӏе", shown);
        Assert.Equal("https://xn--80ak6aa92e.com/news", (await desk.ClaimAsync(1)).Sources[0].Url);
        Assert.Equal("https://xn--bcher-kva.example/a?b=1", GivenAddress.Get("https://bücher.example/a?b=1"));
    }
}
