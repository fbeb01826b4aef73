namespace FactBot.Sandbox.Discord.Gateway;

/// <summary>
/// Closes a connection that misses its heartbeats with 4009. Uses real time, whatever the shared clock shows: a leap of
/// that clock makes a bot send heartbeats early, never late, and must not disconnect a healthy one.
/// </summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</remarks>
internal sealed class HeartbeatWatch : IDisposable
{
    private readonly GatewayConnection connection;
    private readonly ITimer timer;
    private int beatsBefore;

    public HeartbeatWatch(GatewayConnection connection, TimeSpan interval)
    {
        this.connection = connection;
        timer = TimeProvider.System.CreateTimer(_ => Look(), null, interval * 2, interval * 2);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (connection.Beats == beatsBefore)
        {
            connection.Close(4009, "Session timed out.");
        }

        beatsBefore = connection.Beats;
    }
}
