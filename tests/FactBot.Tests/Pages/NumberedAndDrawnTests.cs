using System.Text;
using FactBot.Domain.Articles;
using FactBot.Pages;

namespace FactBot.Tests.Pages;

/// <summary>Numbers and words that a page says by means other than letters in a line: numbered lists, drawings, terms, formulas.</summary>
public class NumberedAndDrawnTests
{
    private static readonly string Story = string.Concat(Enumerable.Range(3, 4).Select(n =>
        $"<p>The board of the mill met {n} times and said that it had spent {n} million euros on it, and that people were paid for it, as the records of the town say in full.</p>"));

    [Theory]
    [InlineData("<ol start=4><li>Bread costs more<li>Salt costs less</ol>", "4. Bread costs more\n5. Salt costs less")]
    [InlineData("<ol reversed><li>Third was Varn<li>Second was Pell<li>First was Quil</ol>", "3. Third was Varn\n2. Second was Pell\n1. First was Quil")]
    [InlineData("<ol reversed start=10><li>Tenth<li>Ninth</ol>", "10. Tenth\n9. Ninth")]
    [InlineData("<ol type=a><li>Bread costs more<li>Salt costs less</ol>", "a. Bread costs more\nb. Salt costs less")]
    [InlineData("<ol type=A start=27><li>Bread costs more</ol>", "AA. Bread costs more")]
    [InlineData("<ol type=i start=3><li>Bread costs more<li>Salt costs less</ol>", "iii. Bread costs more\niv. Salt costs less")]
    [InlineData("<ol style='list-style-type: upper-roman'><li>Bread costs more<li>Salt costs less</ol>", "I. Bread costs more\nII. Salt costs less")]
    [InlineData("<ol><li>Bread costs more<li value=7>Salt costs less<li>Oil is dear</ol>", "1. Bread costs more\n7. Salt costs less\n8. Oil is dear")]
    [InlineData("<ol start=2><li><p>Bread costs more</p></li><li><p>Salt costs less</p></li></ol>", "2. Bread costs more")]
    [InlineData("<ol><li>Bread costs more<li>Salt costs less</ol><p>The mayor denied point 2.</p>", "1. Bread costs more\n2. Salt costs less")]
    [InlineData("<ol><li>Brot ist teurer<li>Salz ist billiger</ol><p>Den Punkt 2 bestritt sie.</p>", "1. Brot ist teurer\n2. Salz ist billiger")]
    [InlineData("<ol><li>Хліб дорожчий<li>Сіль дешевша</ol><p>Мер заперечив пункт 2.</p>", "1. Хліб дорожчий\n2. Сіль дешевша")]
    [InlineData("<ol start=2><li>2. Bread costs more</ol>", "\n2. Bread costs more")]
    public async Task The_numbers_of_a_list_are_read_where_something_depends_on_them(string html, string expected) => Assert.Contains(expected, await ReadAsync(html));

    [Theory]
    [InlineData("<ol><li>Bread costs more<li>Salt costs less</ol>", "\nBread costs more\nSalt costs less")]
    [InlineData("<ol start=1><li>Bread costs more<li>Salt costs less</ol>", "\nBread costs more\nSalt costs less")]
    [InlineData("<ol start=4 style='list-style: none'><li>Bread costs more</ol>", "\nBread costs more")]
    [InlineData("<ul start=4><li>Bread costs more<li>Salt costs less</ul>", "\nBread costs more\nSalt costs less")]
    [InlineData("<ol><li>Bread costs more<li>Salt costs less</ol><p>It rose 2 points and then 2.5 points.</p>", "\nBread costs more\nSalt costs less")]
    public async Task Other_lists_are_read_without_numbers(string html, string expected) => Assert.Contains(expected, await ReadAsync(html));

    [Theory]
    [InlineData("<p>It rose by <svg><text>12</text></svg> percent in 2023.</p>", "It rose by 12 percent in 2023.")]
    [InlineData("<figure><svg viewBox='0 0 9 9'><title>icon</title><text><tspan>Varn</tspan> 12%</text><text>Pell 9%</text></svg></figure>", "\nVarn 12% | Pell 9%")]
    [InlineData("<p>Look:</p><p><svg><g><text>Rents rose\n  by 7 percent</text></g></svg></p>", "\nRents rose by 7 percent")]
    [InlineData("<svg><foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>Nine of ten agree</div></foreignObject></svg>", "\nNine of ten agree")]
    public async Task The_words_of_a_drawing_are_read(string html, string expected) => Assert.Contains(expected, await ReadAsync(html));

    [Theory]
    [InlineData("<p>They met.<a href='/x'><svg><text>Share JUNK</text></svg></a></p>")]
    [InlineData("<p>They met.<svg aria-hidden=true><text>JUNK</text></svg></p>")]
    [InlineData("<svg><defs><text>JUNK</text></defs><path d='M0 0'/></svg>")]
    [InlineData("<svg><title>JUNK</title><path d='M0 0'/></svg>")]
    public async Task The_words_of_icons_and_of_what_is_only_defined_are_not(string html) => Assert.DoesNotContain("JUNK", await ReadAsync(html));

    [Theory]
    [InlineData("<dl><dt>Length</dt><dd>90 metres</dd><dt>Cost</dt><dd>4 million</dd></dl>", "Length: 90 metres\nCost: 4 million")]
    [InlineData("<dl><dt>Varn</dt><dt>Pell</dt><dd>closed in 2021</dd></dl>", "Varn, Pell: closed in 2021")]
    [InlineData("<dl><dt>Cost</dt><dd>4 million in 2021</dd><dd>5 million in 2022</dd></dl>", "Cost: 4 million in 2021\nCost: 5 million in 2022")]
    [InlineData("<dl><div><dt>Length</dt><dd>90 metres</dd></div><div><dt>Is it open?</dt><dd>No</dd></div></dl>", "Length: 90 metres")]
    public async Task Each_meaning_stands_with_its_terms(string html, string expected) => Assert.Contains(expected, await ReadAsync(html));

    [Theory]
    [InlineData("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2")]
    [InlineData("<mrow><mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac><mi>x</mi></mrow>", "2 3/4 x")]
    [InlineData("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2")]
    [InlineData("<mn>4</mn><mo>×</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup>", "4 × 10⁻⁶")]
    [InlineData("<mn>3</mn><mo>,</mo><mn>5</mn>", "3,5")]
    [InlineData("<mi>f</mi><mo>(</mo><mn>3</mn><mo>,</mo><mn>5</mn><mo>)</mo>", "f(3, 5)")]
    [InlineData("<mn>9</mn><menclose notation='updiagonalstrike'><mn>8</mn></menclose>", "9")]
    [InlineData("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mn>10</mn></munderover><mi>i</mi>", "∑_(i=1)^(10) i")]
    [InlineData("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "¹⁴₆C")]
    [InlineData("<mover><mi>x</mi><mo>¯</mo></mover><mo>=</mo><mn>9</mn>", "x = 9")]
    [InlineData("<mfenced><mn>3</mn><mn>5</mn></mfenced>", "(3, 5)")]
    public async Task Formulas_keep_what_they_say(string math, string expected)
    {
        Assert.Contains($"It was {expected} in all", await ReadAsync($"<p>It was <math>{math}</math> in all.</p>"));
        Assert.Contains("It was 3 1/2 in all", await ReadAsync("<p>It was 3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> in all.</p>"));
    }

    [Theory]
    [InlineData("3<span style='display:none'>.</span>5 percent", "3.5 percent")]
    [InlineData("€12<span class=visually-hidden>,</span><span class=cents>99</span> each", "€12,99 each")]
    [InlineData("<span class=price><span class=whole>$12<span class=hidden>.</span></span><span class=fraction>99</span></span> each", "$12.99 each")]
    [InlineData("<span>12<span hidden>,</span>000</span> men", "12,000 men")]
    [InlineData("<span class=price>$12<span class=price__cents>99</span></span> each", "$12.99 each")]
    [InlineData("12<span class=cents>99</span> € each", "12.99 € each")]
    [InlineData("in 2021<span hidden>.</span> It", "in 2021 It")]
    [InlineData("20<span class=decade>21</span> was", "2021 was")]
    public async Task A_decimal_mark_that_is_hidden_still_parts_the_digits(string html, string expected) => Assert.Contains(expected, await ReadAsync($"<p>Then {html} in the town.</p>"));

    [Theory]
    [InlineData("<bdo dir=rtl>olleh</bdo> there", "hello there")]
    [InlineData("<bdo dir=ltr>hello</bdo> there", "hello there")]
    [InlineData("<bdo dir=ltr>םולש</bdo> there", "שלום there")]
    [InlineData("<bdo dir=rtl>שלום</bdo> there", "שלום there")]
    [InlineData("<span style='unicode-bidi:bidi-override; direction: rtl'>elpmaxe@ofni</span> there", "info@example there")]
    [InlineData("<q>a <q>small</q> sum</q> there", "“a ‘small’ sum” there")]
    [InlineData("the 21<sup>st</sup> and 2<sup>nd</sup>", "the 21st and 2nd")]
    [InlineData("la 1<sup>ère</sup> fois, n<sup>o</sup> 5", "la 1ère fois, nº 5")]
    [InlineData("am 3<sup>ten</sup> Mai", "am 3ten Mai")]
    public async Task Turned_quoted_and_raised_words_are_read(string html, string expected) => Assert.Contains(expected, await ReadAsync($"<p>Then {html} in the town.</p>"));

    private static async Task<string> ReadAsync(string html) => (await new PageReader(PageLimits.None).ReadAsync(
        new FetchedPage(new Uri("https://a.example/b"), "text/html", null, Encoding.UTF8.GetBytes($"<!doctype html><html><head><title>Mill</title></head><body><article><p>It began.</p>{html}{Story}</article></body></html>"), PageVersion.None, DateTimeOffset.UnixEpoch), CancellationToken.None)).Text;
}
