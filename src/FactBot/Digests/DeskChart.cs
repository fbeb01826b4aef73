using System.Globalization;
using FactBot.Chat;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FactBot.Digests;

/// <summary>
/// Draws the last two weeks: claims in, verdicts out, and claims open. The dark background is part of the picture, so that
/// it reads the same in dark and light mode. Its colours are safe for red-green colour blindness and backed up by shapes.
/// </summary>
/// <remarks>Colours by Okabe and Ito: https://jfly.uni-koeln.de/color/</remarks>
internal static class DeskChart
{
    public const int Width = 1000;
    public const int Height = 440;

    private const float TextSize = 20;
    private const double BarWidth = 0.36;

    private static readonly Color Background = Color.FromHex("#1E1F24");
    private static readonly Color Text = Color.FromHex("#E8E9ED");
    private static readonly Color Grid = Color.FromHex("#3A3C44");
    private static readonly Color In = Color.FromHex("#56B4E9");
    private static readonly Color Out = Color.FromHex("#E69F00");
    private static readonly Color Open = Color.FromHex("#F5F5F5");

    static DeskChart() => ChartFont.Register();

    /// <summary>Draws the numbers; null if there is nothing to draw.</summary>
    public static Picture? Draw(DeskNumbers numbers) => Draw(numbers.Days, days: numbers.Days.Count);

    /// <summary>Draws a longer period, with several days combined into one span; null if there is nothing to draw.</summary>
    public static Picture? Draw(IReadOnlyList<DeskDay> spans, int days) =>
        spans.All(d => d is { In: 0, Out: 0, Open: 0 }) ? null : new(PngOf(spans), AltTextOf(spans, days));

    private static byte[] PngOf(IReadOnlyList<DeskDay> days)
    {
        using var plot = new Plot();
        AddBars(plot, days, d => d.In, -BarWidth / 2, In, "Claims in");
        AddBars(plot, days, d => d.Out, BarWidth / 2, Out, "Verdicts out");
        var open = plot.Add.Scatter(Places(days), days.Select(d => (double)d.Open).ToArray(), Open);
        (open.LegendText, open.LineWidth, open.MarkerSize, open.MarkerShape) = ("Open", 3, 9, MarkerShape.FilledCircle);
        Dress(plot, days);
        return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
    }

    private static void AddBars(Plot plot, IReadOnlyList<DeskDay> days, Func<DeskDay, int> count, double shift, Color color, string name)
    {
        var bars = plot.Add.Bars(days.Select((d, i) => new Bar
        {
            Position = i + shift,
            Value = count(d),
            Size = BarWidth,
            FillColor = color,
            LineWidth = 0,
        }).ToArray());
        (bars.LegendText, bars.Color) = (name, color);
    }

    private static void Dress(Plot plot, IReadOnlyList<DeskDay> days)
    {
        var highest = Math.Max(4, days.Max(d => Math.Max(d.Open, Math.Max(d.In, d.Out))));
        plot.FigureBackground.Color = Background;
        plot.DataBackground.Color = Background;
        plot.Axes.Color(Text);
        plot.Grid.MajorLineColor = Grid;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.SetLimits(-0.6, days.Count - 0.4, 0, highest * 1.1);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.Bottom.TickGenerator = new NumericManual(Places(days), [.. days.Select((d, i) => LabelOf(d, i == 0 ? null : days[i - 1]))]);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Left.MinorTickStyle.Length = 0;
        foreach (var axis in new IAxis[] { plot.Axes.Left, plot.Axes.Bottom })
        {
            (axis.TickLabelStyle.FontName, axis.TickLabelStyle.FontSize) = (ChartFont.Name, TextSize);
        }

        plot.Legend.FontName = ChartFont.Name;
        plot.Legend.FontSize = TextSize;
        plot.Legend.FontColor = Text;
        plot.Legend.BackgroundColor = Background;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Top);
    }

    private static double[] Places(IReadOnlyList<DeskDay> days) => [.. days.Select((_, i) => (double)i)];

    /// <summary>Returns the day of the month, with the month on the first label and whenever it changes.</summary>
    private static string LabelOf(DeskDay day, DeskDay? before) =>
        day.Date.ToString(day.Date.Month != before?.Date.Month ? "d\nMMM" : "%d", CultureInfo.InvariantCulture);

    private static string AltTextOf(IReadOnlyList<DeskDay> days, int count)
    {
        var (busiest, last) = (days.MaxBy(d => d.In)!, days[^1]);
        var end = last.Date.PlusDays(last.Days - 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Chart of the last {count} days, {days[0].Date:d MMMM} to {end:d MMMM yyyy}: claims in {days.Sum(d => d.In)}, most on {busiest.Date:d MMMM} ({busiest.In}); verdicts out {days.Sum(d => d.Out)}; open claims from {days[0].Open} on the first day to {last.Open} on the last, at most {days.Max(d => d.Open)}. Day by day, in, out, open: {string.Join("; ", days.Select(d => $"{d.Date.Day}: {d.In}, {d.Out}, {d.Open}"))}.");
    }
}
