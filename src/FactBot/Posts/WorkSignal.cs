using System.Threading.Channels;

namespace FactBot.Posts;

/// <summary>Tells the loop that a save made something due, so that it doesn't have to keep asking.</summary>
public sealed class WorkSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Waits until it's raised, or for this long.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(raised.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(longest, time, enough.Token));
        await enough.CancelAsync();
        raised.Reader.TryRead(out _);
    }
}
