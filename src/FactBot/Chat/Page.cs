using System.Globalization;

namespace FactBot.Chat;

/// <summary>One page of a list: the rows on it, and the buttons to the other pages.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Total">The total number of rows.</param>
/// <param name="Size">Rows per page.</param>
public sealed record Page(int Number, int Total, int Size)
{
    private const string Option = "page";

    public int Skip => (Number - 1) * Size;

    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public Words Footer => $"Page {Number} of {Last} · {Total} in all";

    /// <summary>Returns the page the request asks for, or the nearest existing one.</summary>
    public static Page Of(Request request, int total, int size)
    {
        _ = int.TryParse(request.FindText(Option), CultureInfo.InvariantCulture, out var number);
        var page = new Page(number, total, size);
        return page with { Number = Math.Clamp(number, 1, page.Last) };
    }

    /// <summary>Returns the Previous and Next buttons, each only if there is such a page.</summary>
    public IReadOnlyList<Button> Buttons(string command, params (string Name, string Value)[] options)
    {
        Button To(Words label, int number) =>
            new(label, command, [.. options, (Option, number.ToString(CultureInfo.InvariantCulture))]) { TurnsPage = true };

        return
        [
            .. Number > 1 ? [To($"Previous", Number - 1)] : Array.Empty<Button>(),
            .. Number < Last ? [To($"Next", Number + 1)] : Array.Empty<Button>(),
        ];
    }
}
