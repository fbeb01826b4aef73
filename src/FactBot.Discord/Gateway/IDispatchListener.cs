namespace FactBot.Discord.Gateway;

/// <summary>Receives the gateway's events.</summary>
public interface IDispatchListener
{
    /// <summary>Called on the loop that also receives heartbeats: it must hand the event on and return at once.</summary>
    void Receive(Dispatch dispatch);
}
