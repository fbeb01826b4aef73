using System.Net;
using System.Net.Sockets;
using FactBot.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FactBot.Host.Tests.Stories;

public class FetchFairnessTests
{
    private const int Many = 64;

    [Fact]
    public async Task While_sixty_four_pages_never_answer_a_colleague_s_queue_is_shown()
    {
        using var site = new SilentSite();
        await using var newsroom = await Newsroom.OpenAsync(change: services => services
            .AddSingleton(new FetchLimits(Many, 2 * Many, Many)).AddSingleton(PageLimits.None));
        var adding = Enumerable.Range(0, Many).Select(i => newsroom.Fay.AsksAsync("article add", ("url", $"{site.Address}{i}"))).ToList();
        await Newsroom.UntilAsync(() => Task.FromResult(site.Connections == Many));

        Assert.Contains("Nothing waits for you", (await newsroom.Ben.AsksAsync("queue")).Text, StringComparison.Ordinal);
        Assert.Equal(Many, site.Connections);
        Assert.DoesNotContain(adding, a => a.IsCompleted);

        site.Dispose();
        Assert.All(await Task.WhenAll(adding), a => Assert.Contains("could not be reached", a.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_three_pages_under_way_is_told_at_once_and_colleagues_go_on()
    {
        using var site = new SilentSite();
        await using var newsroom = await Newsroom.OpenAsync(change: services => services.AddSingleton(PageLimits.None));
        var adding = Enumerable.Range(0, Many).Select(i => newsroom.Fay.AsksAsync("article add", ("url", $"{site.Address}{i}"))).ToList();
        await Newsroom.UntilAsync(() => Task.FromResult(adding.Count(a => a.IsCompleted) == Many - 3));
        Assert.All(adding.Where(a => a.IsCompleted), a => Assert.Contains("You already have 3 pages being read", a.Result.Text, StringComparison.Ordinal));
        Assert.Equal(3, site.Connections);

        var page = new Uri(newsroom.Address, "pages/tram").AbsoluteUri;
        Assert.Contains("Article 1 is in", (await newsroom.Ben.AsksAsync("article add", ("url", page))).Text, StringComparison.Ordinal);
        site.Dispose();
        await Task.WhenAll(adding);
    }

    /// <summary>A web site that takes connections and never answers.</summary>
    private sealed class SilentSite : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> taken = [];

        public SilentSite()
        {
            listener.Start(Many * 2);
            _ = TakeAsync();
        }

        public string Address => $"http://{listener.LocalEndpoint}/";

        public int Connections
        {
            get
            {
                lock (taken)
                {
                    return taken.Count;
                }
            }
        }

        public void Dispose()
        {
            listener.Stop();
            lock (taken)
            {
                taken.ForEach(c => c.Dispose());
            }
        }

        private async Task TakeAsync()
        {
            try
            {
                while (true)
                {
                    var client = await listener.AcceptTcpClientAsync();
                    lock (taken)
                    {
                        taken.Add(client);
                    }
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // It was closed.
            }
        }
    }
}
