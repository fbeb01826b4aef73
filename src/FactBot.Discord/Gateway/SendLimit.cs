namespace FactBot.Discord.Gateway;

/// <summary>Discord's limit of 120 sends in 60 seconds, beyond which it drops the connection.</summary>
internal sealed class SendLimit(TimeProvider time)
{
    public const int Sends = 120;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<long> sent = new();

    /// <summary>Returns when one more send is allowed, and counts it. Takes one caller at a time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (sent.Count >= Sends)
        {
            var left = Math.Ceiling((Window - time.GetElapsedTime(sent.Peek())).TotalMilliseconds);
            if (left <= 0)
            {
                sent.Dequeue();
            }
            else
            {
                await Task.Delay(TimeSpan.FromMilliseconds(left), time, cancellationToken);
            }
        }
        sent.Enqueue(time.GetTimestamp());
    }
}
