using System.Text.Json;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Gateway;

/// <summary>Turns frames into events, and passes them on.</summary>
internal sealed class DispatchReader(IDispatchListener listener, DiscordTime discord, TimeProvider time)
{
    public Dispatch Read(string name, JsonElement data, bool isReplay)
    {
        var dispatch = new Dispatch(name, data, time.GetUtcNow(), isReplay);
        if (name != "INTERACTION_CREATE" || !Snowflake.TryParse(data.FindText("id"), out var id))
        {
            return dispatch;
        }
        if (!isReplay)
        {
            discord.Hear(id);
        }
        return dispatch with { Age = discord.AgeOf(id) };
    }

    public void Deliver(Dispatch dispatch) => listener.Receive(dispatch);
}
