using System.Diagnostics;
using FactBot.Chat;
using FactBot.Pages;

namespace FactBot.Documents;

/// <summary>
/// The inside of the process that reads documents: takes one after the other from its input and writes what came of each to
/// its output. It has no setting, no secret and no database, and ends with whoever started it.
/// </summary>
internal static class DocumentWorker
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        SystemLimits.Begin();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Tells that it has started, from when on the time of a reading counts.
        await DocumentFrames.WriteAsync(output, new DocumentAnswer(null, null, null), cancel);
        var next = DocumentFrames.ReadAsync<DocumentRequest>(input, cancel);
        while (await next is { } request)
        {
            next = DocumentFrames.ReadAsync<DocumentRequest>(input, cancel);
            SystemLimits.AllowSeconds(request.Seconds);
            var answering = Task.Run(() => AnswerAsync(request, cancel), cancel);
            if (await Task.WhenAny(answering, next) == next && await next is null)
            {
                // Whoever asked is gone, and nothing but this ends a reading that never ends.
                using var self = Process.GetCurrentProcess();
                self.Kill();
            }

            await DocumentFrames.WriteAsync(output, await answering, cancel);
        }

        return 0;
    }

    private static async Task<DocumentAnswer> AnswerAsync(DocumentRequest request, CancellationToken cancel)
    {
        // The time is kept from outside, where a reading that doesn't look at the clock is ended as well.
        var reader = new PageReader(PageLimits.None);
        try
        {
            var page = request.Page is not null
                ? await reader.ReadAsync(request.Page, cancel)
                : await reader.ReadAsync(request.FileName ?? "", request.Bytes ?? [], cancel);
            return new DocumentAnswer(page, null, null);
        }
        catch (DeskRuleException e)
        {
            return new DocumentAnswer(null, SentWords.Of(e.Reason), null);
        }
        catch (Exception e)
        {
            // The edge of one document: readers throw whatever comes up in a damaged one.
            return new DocumentAnswer(null, null, $"{e.GetType().Name} in {e.TargetSite?.DeclaringType?.FullName}.{e.TargetSite?.Name}");
        }
    }
}
