using System.Text;
using FactBot.Pages;

namespace FactBot.Tests.Pages;

/// <summary>What marks within a line mean is kept as letters.</summary>
public class MeaningTests
{
    [Theory]
    [InlineData("moved 10<sup>6</sup> tons", "moved 10⁶ tons")]
    [InlineData("a field of 5 × 10<sup>−3</sup> tesla", "5 × 10⁻³ tesla")]
    [InlineData("2<sup>32</sup> addresses", "2³² addresses")]
    [InlineData("10<span style=\"vertical-align: super\">9</span> cells", "10⁹ cells")]
    [InlineData("10<span class=\"superscript\">9</span> cells", "10⁹ cells")]
    [InlineData("an area of 9 m<sup>2</sup> each", "9 m² each")]
    [InlineData("40 km<sup>2</sup> burned", "40 km² burned")]
    [InlineData("площею 40 км<sup>2</sup> і", "40 км² і")]
    [InlineData("E = mc<sup>2</sup> holds", "E = mc² holds")]
    [InlineData("H<sub>2</sub>O and CO<sub>2</sub> rose", "H2O and CO2 rose")]
    [InlineData("PM<sub>2.5</sub> levels", "PM2.5 levels")]
    [InlineData("the number 1010<sub>2</sub> is", "1010₂ is")]
    [InlineData("Ca<sup>2+</sup> ions", "Ca²⁺ ions")]
    [InlineData("dated by <sup>14</sup>C there", "dated by ¹⁴C there")]
    [InlineData("the 1<sup>st</sup> and 22<sup>nd</sup> of May", "the 1st and 22nd of May")]
    [InlineData("le 1<sup>er</sup> mai, M<sup>me</sup> Roy, le XIX<sup>e</sup> siècle", "le 1er mai, Mme Roy, le XIXe siècle")]
    [InlineData("el 3<sup>o</sup> y la 2<sup>a</sup> vez, n<sup>o</sup> 5", "el 3º y la 2ª vez, nº 5")]
    [InlineData("Acme<sup>TM</sup> sold 5", "Acme™ sold 5")]
    [InlineData("cost $5<sup>99</sup> each", "cost $5.99 each")]
    [InlineData("grew as (1+r)<sup>t</sup> does", "as (1+r)ᵗ does")]
    [InlineData("as x<sup>n+1</sup> does", "as xⁿ⁺¹ does")]
    [InlineData("at 20<sup>o</sup>C and 5<sup>′</sup> north", "at 20ºC and 5′ north")]
    [InlineData("Acme<sup>®</sup> sold 5", "Acme® sold 5")]
    [InlineData("the <sup>235</sup>U there and SO<sub>4</sub><sup>2−</sup> too", "the ²³⁵U there and SO4²⁻ too")]
    public async Task Raised_and_lowered_letters_stay_apart_from_the_number_before_them(string html, string expected) =>
        Assert.Contains(expected, await ReadAsync($"<p>{html}, the bank said.</p>"));

    [Theory]
    [InlineData("had 40 workers in 2023<sup>1</sup> and more", "had 40 workers in 2023 and more")]
    [InlineData("had 40 workers<sup>12</sup> then", "had 40 workers then")]
    [InlineData("said so.<sup>3</sup> Then", "said so. Then")]
    [InlineData("rose by 9%<sup>2</sup> in May", "rose by 9% in May")]
    [InlineData("paid 1,200<sup>4</sup> crowns", "paid 1,200 crowns")]
    [InlineData("in 2023<sup><a href=\"#fn1\">1</a></sup> and", "in 2023 and")]
    [InlineData("in 2023<sup class=\"reference\" id=\"cite_ref-1\"><a href=\"#cite_note-1\">[1]</a></sup> and", "in 2023 and")]
    [InlineData("in 2023<a href=\"#footnote-2\" class=\"footnote-ref\">2</a> and", "in 2023 and")]
    [InlineData("in 2023<a role=\"doc-noteref\" href=\"/a#x7\">7</a> and", "in 2023 and")]
    [InlineData("in 2023<sup>1,2</sup> and", "in 2023 and")]
    [InlineData("in 2023<sup>*</sup> and 9<sup>†</sup> more", "in 2023 and 9 more")]
    [InlineData("9 percent<sup>a</sup> more", "9 percent more")]
    [InlineData("9 percent<sup>[citation needed]</sup> more", "9 percent more")]
    [InlineData("9 percent<sup>note 1</sup> more", "9 percent more")]
    [InlineData("9 percent<span class=\"footnote-ref\">3</span> more", "9 percent more")]
    [InlineData("“9 percent.”<sup>4</sup> More", "“9 percent.” More")]
    public async Task The_mark_of_a_footnote_does_not_touch_the_number(string html, string expected) =>
        Assert.Contains(expected, await ReadAsync($"<p>The dam {html}, the bank said.</p>"));

    [Theory]
    [InlineData("rose by <del>9</del><ins>6</ins> percent", "rose by 6 percent")]
    [InlineData("rose by <s>9</s> 6 percent", "rose by 6 percent")]
    [InlineData("rose by <strike>9 percent</strike> 6 percent", "rose by 6 percent")]
    [InlineData("rose by <span style='text-decoration:line-through'>9</span><b>6</b> percent", "rose by 6 percent")]
    [InlineData("1<del>0</del> percent", "1 percent")]
    [InlineData("rose by <span class='line-through text-red'>9</span> 6 percent", "rose by 6 percent")]
    [InlineData("rose <ins>to 6 percent</ins> in May", "rose to 6 percent in May")]
    [InlineData("<ins class=\"adsbygoogle\">Buy now</ins>rose to 6", "rose to 6")]
    public async Task What_was_struck_out_is_not_said_any_more(string html, string expected)
    {
        var text = await ReadAsync($"<p>Rents {html} in 2023.</p>");
        Assert.Contains(expected, text);
        Assert.DoesNotContain("9", text[..60]);
    }

    [Theory]
    [InlineData("<sup>1</sup>⁄<sub>2</sub> of", "½ of")]
    [InlineData("1<sup>1</sup>/<sub>2</sub> cups", "1½ cups")]
    [InlineData("3<sup>5</sup>&frasl;<sub>16</sub> inches", "3 5/16 inches")]
    [InlineData("2<sup>3/4</sup> miles", "2¾ miles")]
    [InlineData("2&frac12; miles", "2½ miles")]
    [InlineData("a <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> share", "a 3/4 share")]
    [InlineData("<math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>9</mn></math> holds", "x² = 9 holds")]
    [InlineData("<span class=katex><span class=katex-mathml><math><semantics><msup><mn>10</mn><mn>6</mn></msup><annotation encoding=x>10^6</annotation></semantics></math></span><span class=katex-html aria-hidden=true>106</span></span> tons", "10⁶ tons")]
    public async Task Fractions_and_formulas_are_read(string html, string expected) => Assert.Contains(expected, await ReadAsync($"<p>It was {html} in all.</p>"));

    [Theory]
    [InlineData("the govern&shy;ment spent", "the government spent")]
    [InlineData("the govern<wbr>ment spent", "the government spent")]
    [InlineData("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>で5人", "東京で5人")]
    [InlineData("<ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>は", "漢字は")]
    [InlineData("the <abbr title=\"World Health Organization\">WHO</abbr> said", "the WHO said")]
    [InlineData("he said <q>no money</q> twice", "he said “no money” twice")]
    [InlineData("<time datetime=2023-03-12>12 March</time> was", "12 March was")]
    [InlineData("9<br>million", "9\nmillion")]
    [InlineData("<span>held</span> <span>9</span> litres", "held 9 litres")]
    [InlineData("it was <img class=emoji alt=\"🔥\" src=x.png> hot", "it was 🔥 hot")]
    [InlineData("sold <img alt=\"9\" src=d9.png><img alt=\"1\" src=d1.png> barges", "sold 91 barges")]
    [InlineData("sold <span class=counter data-target=\"4,500\">0</span> barges", "sold 4,500 barges")]
    [InlineData("<bdo dir=rtl>olleh</bdo> there", "hello there")]
    [InlineData("<font color=red>9</font> percent", "9 percent")]
    public async Task Marks_within_a_line_change_no_word(string html, string expected) => Assert.Contains(expected, await ReadAsync($"<p>Then {html} in 2023.</p>"));

    [Theory]
    [InlineData("held <a href='/x'>9 million litres<span class=sr-only>opens in new window</span></a> of beer")]
    [InlineData("held <a href='/x'>9 million litres<span class='visually-hidden'> (opens in new window)</span></a> of beer")]
    [InlineData("held <a href='/x'>9 million litres<span class='screen-reader-text'>new window</span></a> of beer")]
    [InlineData("held 9 million litres<span class='u-hiddenVisually'>new window</span> of beer")]
    [InlineData("held 9 million litres<span style='position:absolute;left:-9999px'>new window</span> of beer")]
    [InlineData("held 9 million litres<span aria-hidden=true>new window</span> of beer")]
    [InlineData("held 9 million litres<span hidden>new window</span> of beer")]
    [InlineData("held 9 million litres<span class='hidden'>new window</span> of beer")]
    [InlineData("held <span class='hidden md:inline'>9 million litres</span><span class='d-none'>new window</span> of beer")]
    [InlineData("held 9 million litres<span style='display: none'>new window</span> of beer")]
    [InlineData("held <span aria-hidden=true>9</span><span aria-hidden=true> million</span><span class=sr-only>9 million</span> litres of beer")]
    public async Task What_nobody_sees_is_not_in_the_text(string html)
    {
        var text = await ReadAsync($"<p>The vat {html} in 2023.</p>");
        Assert.Contains("The vat held 9 million litres of beer", text);
        Assert.DoesNotContain("new window", text);
    }

    [Fact]
    public async Task A_first_letter_drawn_large_belongs_to_its_word()
    {
        Assert.Contains("The vat held", await ReadAsync("<p><span class=dropcap aria-hidden=true>T</span>he vat held 9 litres of beer in 2023, they said.</p>"));
        Assert.Contains("The vat held", await ReadAsync("<p><span class=sr-only>The</span><span aria-hidden=true>T</span><span aria-hidden=true>he</span> vat held 9 litres of beer in 2023, they said.</p>"));
    }

    [Fact]
    public async Task Each_row_of_a_table_says_what_its_numbers_are()
    {
        var text = await ReadAsync("<table><thead><tr><th>Town</th><th>Year</th><th>Cost</th></tr></thead><tbody><tr><td rowspan=2>Varn</td><td>2021</td><td>12</td></tr><tr><td>2022</td><td>15</td></tr><tr><td>Kell</td><td colspan=2>none</td></tr></tbody></table>");
        Assert.Contains("Varn | Year: 2021 | Cost: 12\nVarn | Year: 2022 | Cost: 15\nKell | Year: none", text);
    }

    [Fact]
    public async Task Lists_terms_and_captions_are_lines_of_their_own()
    {
        var text = await ReadAsync("<ul><li>Two lanes<ul><li>one closed</li></ul></li><li>A tram</li></ul><dl><dt>Length</dt><dd>90 metres</dd></dl><figure><img src=a.jpg alt=x><figcaption>The bridge in 1931. Photo: Holt</figcaption></figure><p>It stands today as it stood then, they say.</p><details><summary>How long it took</summary><p>It took them 3 years and 40 men to build it.</p></details>");
        Assert.Contains("Two lanes\none closed\nA tram", text);
        Assert.Contains("\nLength: 90 metres", text);
        Assert.Contains("Photo: Holt\n\nIt stands", text);
        Assert.Contains("\n\nIt took them 3 years", text);
    }

    [Theory]
    [InlineData("<aside class=pullquote><p>“It cost the town nine million crowns in all,”</p></aside>")]
    [InlineData("<blockquote class=pull-quote>It cost the town nine million crowns in all<cite>Ida Holt</cite></blockquote>")]
    [InlineData("<div class=\"c-quote-large\"><p>It cost the town nine million crowns in all</p></div>")]
    public async Task A_sentence_set_large_beside_the_text_is_read_once(string quote)
    {
        var text = await ReadAsync($"<p>Ida Holt of the works department said on Monday: “It cost the town nine million crowns in all, and nobody asked.”</p>{quote}");
        Assert.Equal(text.IndexOf("nine million", StringComparison.Ordinal), text.LastIndexOf("nine million", StringComparison.Ordinal));
        Assert.Contains("and nobody asked", text);
    }

    [Fact]
    public async Task A_quotation_that_stands_nowhere_else_is_kept() =>
        Assert.Contains("We never asked anybody", await ReadAsync("<blockquote><p>We never asked anybody for the nine million, and nobody gave it to us.</p></blockquote>"));

    internal static async Task<string> ReadAsync(string html, string head = "")
    {
        const string around = "<p>The board of the mill met three times and said that it had spent four million on the work, and that forty people were paid for it, as the records of the town say in full.</p>";
        var page = $"<!doctype html><html><head><title>mill</title>{head}</head><body><article>{html}{around}<p>{around.Replace("three", "four", StringComparison.Ordinal)[3..]}</article></body></html>";
        return (await new PageReader(PageLimits.None).ReadAsync("a.html", Encoding.UTF8.GetBytes(page), CancellationToken.None)).Text;
    }
}
