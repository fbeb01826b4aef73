namespace FactBot.Discord.Gateway;

/// <summary>Where the events go.</summary>
public interface IDispatchListener
{
    /// <summary>Called on the loop that also hears the heartbeats: must hand the event on and return at once.</summary>
    void Receive(Dispatch dispatch);
}
