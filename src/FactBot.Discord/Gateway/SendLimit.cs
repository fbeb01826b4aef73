namespace FactBot.Discord.Gateway;

/// <summary>120 sends in 60 seconds, beyond which Discord drops the connection.</summary>
internal sealed class SendLimit(TimeProvider time)
{
    public const int Sends = 120;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);
    private readonly Queue<long> _sent = new();

    /// <summary>Returns when one more may be sent, and counts it. For one caller at a time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (_sent.Count >= Sends)
        {
            var left = Math.Ceiling((s_window - time.GetElapsedTime(_sent.Peek())).TotalMilliseconds);
            if (left <= 0)
                _sent.Dequeue();
            else
                await Task.Delay(TimeSpan.FromMilliseconds(left), time, cancellationToken);
        }
        _sent.Enqueue(time.GetTimestamp());
    }
}
