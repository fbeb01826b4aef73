using FactBot.Chat;
using FactBot.Digests;
using NodaTime;
using SkiaSharp;

namespace FactBot.Tests.Digests;

/// <summary>FACTBOT_PICTURES names a folder into which the pictures are written, to be looked at.</summary>
public class DeskChartTests
{
    private static readonly SKColor Background = SKColor.Parse("#1E1F24");

    [Fact]
    public void The_picture_has_its_size_its_own_background_and_letters_on_a_machine_without_fonts_too()
    {
        var picture = DeskChart.Draw(Numbers(i => (i * 7 % 9, i * 5 % 6, 4 + (i * 3 % 11))))!;
        Keep(picture.Png, "busy.png");
        using var image = SKBitmap.Decode(picture.Png.Span);
        Assert.Equal((DeskChart.Width, DeskChart.Height), (image.Width, image.Height));
        Assert.InRange(picture.Png.Length, 5_000, 200_000);
        Assert.All(new[] { (0, 0), (image.Width - 1, 0), (0, image.Height - 1) }, at => Assert.Equal(Background, image.GetPixel(at.Item1, at.Item2)));
        // Under the axis stand the days: without a font the strip would be empty.
        Assert.InRange(CountOthers(image, new SKRectI(60, image.Height - 60, image.Width, image.Height)), 200, 20_000);
    }

    [Fact]
    public void Its_alternative_text_tells_every_day_and_fits()
    {
        var picture = DeskChart.Draw(Numbers(_ => (12345, 12345, 123456)))!;
        Assert.InRange(picture.AltText.Length, 100, 1024);
        Assert.StartsWith("Chart of the last 14 days, 10 November to 23 November 2026: claims in 172830", picture.AltText);
        var quiet = DeskChart.Draw(Numbers(i => i == 13 ? (1, 0, 1) : (0, 0, 0)))!;
        Keep(quiet.Png, "first-day.png");
        Assert.Contains("22: 0, 0, 0; 23: 1, 0, 1.", quiet.AltText);
    }

    [Fact]
    public void There_is_no_picture_of_nothing() => Assert.Null(DeskChart.Draw(Numbers(_ => (0, 0, 0))));

    private static DeskNumbers Numbers(Func<int, (int In, int Out, int Open)> day) => new(
        [.. Enumerable.Range(0, 14).Select(i => new DeskDay(new LocalDate(2026, 11, 10).PlusDays(i), day(i).In, day(i).Out, day(i).Open))],
        new(0, 0, 0),
        new(0, 0, 0));

    private static int CountOthers(SKBitmap image, SKRectI area)
    {
        var count = 0;
        for (var x = area.Left; x < area.Right; x++)
        {
            for (var y = area.Top; y < area.Bottom; y++)
            {
                count += image.GetPixel(x, y) == Background ? 0 : 1;
            }
        }

        return count;
    }

    private static void Keep(ReadOnlyMemory<byte> png, string name)
    {
        if (Environment.GetEnvironmentVariable("FACTBOT_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name), png.Span);
        }
    }
}
