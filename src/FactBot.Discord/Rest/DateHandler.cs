namespace FactBot.Discord.Rest;

/// <summary>Learns Discord's time from each of its responses.</summary>
internal sealed class DateHandler(DiscordTime discord) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.Date is { } date)
        {
            discord.Hear(date);
        }
        return response;
    }
}
