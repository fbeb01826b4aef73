using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using FactBot.Chat;
using FactBot.Documents;
using FactBot.Pages;
using FactBot.Text.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace FactBot.Tests.Documents;

/// <summary>The processes in which documents are read.</summary>
public sealed class DocumentReaderTests
{
    private const string CannotBeRead = "cannot be read: it is damaged, locked or far larger than an article; add the article’s text as a file instead.";

    // Says that it has started, in as many bytes as its first four tell, and then works without end beside another that sleeps.
    private static readonly ReaderProgram Endless = new("/bin/sh", ["-c", "printf '\\002\\000\\000\\000{}'; sleep 1000 & while :; do :; done"]);

    [Fact]
    public async Task A_stack_overflow_ends_its_own_process_and_the_next_document_gets_a_new_one()
    {
        using var reader = New();
        await ReadGoodAsync(reader);
        var before = Assert.Single(reader.Processes);
        await RefusedAsync(reader, HostilePdfs.All["a page tree of 40,000 levels"]());
        Assert.Empty(reader.Processes);
        await ReadGoodAsync(reader);
        Assert.NotEqual(before, Assert.Single(reader.Processes));
    }

    [Fact]
    public async Task A_reading_that_never_ends_is_killed_with_all_that_it_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that never ends is one for a shell.");
        using var reader = New(Endless, TimeSpan.FromSeconds(1));
        var reading = RefusedAsync(reader, "Hello."u8.ToArray());
        await UntilAsync(() => reader.Processes.Count == 1 && ChildrenOf(reader.Processes[0]).Count == 1);
        int[] group = [reader.Processes[0], .. ChildrenOf(reader.Processes[0])];
        await reading;
        Assert.Empty(reader.Processes);
        await UntilAsync(() => group.All(IsGone));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_ends_the_work()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that never ends is one for a shell.");
        using var reader = New(Endless);
        using var giveUp = new CancellationTokenSource();
        var reading = reader.ReadAsync("a.txt", [], giveUp.Token);
        await UntilAsync(() => reader.Processes.Count == 1);
        var process = reader.Processes[0];
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await UntilAsync(() => IsGone(process));
    }

    [Fact]
    public async Task A_document_that_takes_more_memory_than_allowed_is_refused()
    {
        using var reader = New(memory: 24 * 1024 * 1024);
        await RefusedAsync(reader, HostilePages.All["4,000,000 letters that are not UTF-8"]());
        await ReadGoodAsync(reader);
    }

    /// <summary>What .NET's own limit of its heap doesn't see or stop, the system's does.</summary>
    [Fact]
    public async Task A_document_that_takes_more_memory_than_the_system_allows_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has this limit.");
        using var reader = New(memory: 8L * 1024 * 1024 * 1024);
        await ReadGoodAsync(reader);
        var process = Assert.Single(reader.Processes);
        // As much as it has now, and little more; by itself it sets a gigabyte.
        var used = ulong.Parse(Regex.Match(await File.ReadAllTextAsync($"/proc/{process}/status", TestContext.Current.CancellationToken), @"VmData:\s+(\d+) kB").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) * 1024;
        var limit = new DataLimit { Soft = used + (2 * 1024 * 1024), Hard = used + (2 * 1024 * 1024) };
        Assert.Equal(0, LimitOf(process, 2, ref limit, 0));
        await RefusedAsync(reader, HostilePages.All["4,000,000 letters that are not UTF-8"]());
        await ReadGoodAsync(reader);
        Assert.NotEqual(process, Assert.Single(reader.Processes));
    }

    [Fact]
    public async Task One_that_takes_long_does_not_hold_up_the_one_beside_it()
    {
        using var reader = New();
        var slow = reader.ReadAsync("slow.pdf", HostilePdfs.All["states saved two million times"](), TestContext.Current.CancellationToken);
        await ReadGoodAsync(reader);
        Assert.False(slow.IsCompleted);
        await Task.WhenAny(slow);
    }

    [Fact]
    public async Task Its_process_has_limits_of_the_system_and_nothing_of_the_bot_s_environment()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has these limits.");
        Environment.SetEnvironmentVariable("FACTBOT_Discord__Token", "a secret");
        try
        {
            using var reader = New();
            await ReadGoodAsync(reader);
            var process = $"/proc/{Assert.Single(reader.Processes)}";
            var limits = await File.ReadAllTextAsync(Path.Combine(process, "limits"), TestContext.Current.CancellationToken);
            Assert.Matches("Max data size +1073741824 +1073741824", limits);
            Assert.Matches("Max core file size +0 +0", limits);
            Assert.Matches("Max cpu time +[0-9]+ +unlimited", limits);
            var surroundings = await File.ReadAllTextAsync(Path.Combine(process, "environ"), TestContext.Current.CancellationToken);
            Assert.Contains("DOTNET_GCHeapHardLimit=20000000", surroundings, StringComparison.Ordinal);
            Assert.DoesNotContain("FACTBOT", surroundings, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("1000", (await File.ReadAllTextAsync(Path.Combine(process, "oom_score_adj"), TestContext.Current.CancellationToken)).Trim());
        }
        finally
        {
            Environment.SetEnvironmentVariable("FACTBOT_Discord__Token", null);
        }
    }

    [Fact]
    public async Task A_process_with_nothing_to_do_is_ended_after_a_while()
    {
        using var reader = New(warm: TimeSpan.FromMilliseconds(200));
        await ReadGoodAsync(reader);
        await UntilAsync(() => reader.Processes.Count == 0);
        await ReadGoodAsync(reader);
    }

    [Fact]
    public async Task A_process_that_was_killed_while_it_rested_is_replaced()
    {
        using var reader = New();
        await ReadGoodAsync(reader);
        var rested = Assert.Single(reader.Processes);
        using (var process = Process.GetProcessById(rested))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await UntilAsync(() => IsGone(rested));
        await ReadGoodAsync(reader);
    }

    [Fact]
    public async Task It_ends_with_the_bot_also_in_the_middle_of_a_reading()
    {
        var start = ReaderProgram.Beside.ToStart(512 * 1024 * 1024);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.NotNull(await DocumentFrames.ReadAsync<DocumentAnswer>(process.StandardOutput.BaseStream, cancellationToken));
        await DocumentFrames.WriteAsync(
            process.StandardInput.BaseStream, new DocumentRequest(new RawDocument(HostilePdfs.All["states saved two million times"]()), 0), cancellationToken);
        // As the system closes it when the bot is killed.
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.NotEqual(0, process.ExitCode);
        Assert.Null(await DocumentFrames.ReadAsync<DocumentAnswer>(process.StandardOutput.BaseStream, cancellationToken));
    }

    [Fact]
    public async Task Where_no_process_can_be_started_that_is_told_and_tried_again_with_the_next_document()
    {
        using var reader = New(new ReaderProgram("/nowhere/at/all", []));
        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => reader.ReadAsync("a.txt", [], TestContext.Current.CancellationToken));
        Assert.StartsWith("a.txt can’t be read right now", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_known_of_a_page_comes_back_and_why_one_is_not_read()
    {
        var page = new ReadablePage("Überall {0} \U0001F309 “Brücken”.\n\nZwei.")
        {
            Title = "A <b>title</b>",
            Byline = "Ida Holt",
            Publisher = "Harbour News",
            Published = new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero),
            Language = "de",
            Canonical = new Uri("https://news.example/2026/br%C3%BCcke?a=b"),
            IsPaywalled = true,
        };
        using var stream = new MemoryStream();
        await DocumentFrames.WriteAsync(stream, new DocumentAnswer(page, UnreadableReason.Scan, null), TestContext.Current.CancellationToken);
        stream.Position = 0;
        var answer = await DocumentFrames.ReadAsync<DocumentAnswer>(stream, TestContext.Current.CancellationToken);
        Assert.Equal(page, answer!.Page);
        Assert.Equal(UnreadableReason.Scan, answer.Refusal);
    }

    private static DocumentReader New(ReaderProgram? program = null, TimeSpan? reading = null, long? memory = null, TimeSpan? warm = null) =>
        new(program ?? ReaderProgram.Beside, PageLimits.None with { Reading = reading ?? TimeSpan.FromMinutes(1) }, NullLogger<DocumentReader>.Instance)
        {
            Memory = memory ?? 512 * 1024 * 1024,
            Warm = warm ?? TimeSpan.FromMinutes(1),
        };

    private static async Task ReadGoodAsync(DocumentReader reader) => Assert.Equal(
        "The bridge was opened in 1931.", (await reader.ReadAsync("a.pdf", HostilePdfs.Good(), TestContext.Current.CancellationToken)).Text);

    private static async Task RefusedAsync(DocumentReader reader, byte[] document)
    {
        var refusal = await Assert.ThrowsAsync<DeskRuleException>(() => reader.ReadAsync("a.pdf", document, TestContext.Current.CancellationToken));
        Assert.Equal($"a.pdf {CannotBeRead}", refusal.Message);
    }

    /// <remarks>https://man7.org/linux/man-pages/man2/prlimit.2.html</remarks>
    [DllImport("libc", EntryPoint = "prlimit")]
    private static extern int LimitOf(int process, int resource, ref DataLimit limit, nint old);

    [StructLayout(LayoutKind.Sequential)]
    private struct DataLimit
    {
        public ulong Soft;
        public ulong Hard;
    }

    private static bool IsGone(int process) => !Directory.Exists($"/proc/{process}")
        || File.ReadAllText($"/proc/{process}/stat").Split(' ') is [_, _, "Z", ..];

    private static IReadOnlyList<int> ChildrenOf(int process) => [.. File.ReadAllText($"/proc/{process}/task/{process}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
