using System.Diagnostics;
using FactBot.Text.Pages;

namespace FactBot.Documents;

/// <summary>
/// The main loop of the process that reads documents: takes one document after another from its input and writes each
/// result to its output. It has no settings, secrets or database, and ends when its parent process does.
/// </summary>
internal static class DocumentWorker
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        SystemLimits.Begin();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Signals that it has started; reading times count from here.
        await DocumentFrames.WriteAsync(output, new DocumentAnswer(null, null, null), cancellationToken);
        var next = DocumentFrames.ReadAsync<DocumentRequest>(input, cancellationToken);
        while (await next is { } request)
        {
            next = DocumentFrames.ReadAsync<DocumentRequest>(input, cancellationToken);
            SystemLimits.AllowSeconds(request.Seconds);
            var answering = Task.Run(() => AnswerAsync(request, cancellationToken), cancellationToken);
            if (await Task.WhenAny(answering, next) == next && await next is null)
            {
                // The parent is gone, and nothing else would end a reading that never finishes.
                using var self = Process.GetCurrentProcess();
                self.Kill();
            }

            await DocumentFrames.WriteAsync(output, await answering, cancellationToken);
        }

        return 0;
    }

    private static async Task<DocumentAnswer> AnswerAsync(DocumentRequest request, CancellationToken cancellationToken)
    {
        try
        {
            // Time is limited from outside, which also ends readings that never look at the clock.
            return new DocumentAnswer(await ArticleReader.ReadAsync(request.Document, cancellationToken), null, null);
        }
        catch (UnreadableException e)
        {
            return new DocumentAnswer(null, e.Reason, null);
        }
        catch (Exception e)
        {
            // The boundary of one document: readers can throw anything on a damaged one.
            return new DocumentAnswer(null, null, $"{e.GetType().Name} in {e.TargetSite?.DeclaringType?.FullName}.{e.TargetSite?.Name}");
        }
    }
}
