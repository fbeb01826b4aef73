using FactBot.Sandbox.Clock;
using FactBot.Sandbox.Discord;
using FactBot.Sandbox.Discord.Gateway;
using FactBot.Sandbox.Discord.Interactions;
using FactBot.Sandbox.Discord.Rest;
using FactBot.Sandbox.Discord.Routes;
using FactBot.Sandbox.People;
using FactBot.Sandbox.Stage;
using FactBot.Sandbox.World;

namespace FactBot.Sandbox;

/// <summary>All parts of one sandbox, put together by hand: the list is the map of the project.</summary>
internal sealed class SandboxParts
{
    public SandboxParts(SandboxWorld world, SandboxClock clock, SandboxOptions options, BotFactory? botFactory)
    {
        var traffic = new TrafficLog(clock);
        var faults = new Faults();
        var book = new InteractionBook();
        World = world;
        Attachments = new Attachments(world);

        var gateway = new PretendGateway(world, faults, traffic, options);
        var messages = new MessageStore(world, gateway, Attachments);
        var threads = new ThreadBook(world, gateway);
        Gateway = new GatewayEndpoint(world, gateway, options);

        var routes = new RestRoutes();
        new GuildRoutes(world, gateway, Attachments).Map(routes);
        new ChannelRoutes(world, threads).Map(routes);
        new MessageRoutes(world, messages, threads).Map(routes);
        new CommandRoutes(world).Map(routes);
        new InteractionRoutes(world, book, messages).Map(routes);
        new WebhookRoutes(world, book, messages).Map(routes);
        Rest = new RestEndpoint(world, routes, faults, traffic, options);

        Bot = new BotLife(world, gateway, botFactory);
        var presence = new BotPresence(world, gateway);
        var runner = new ActionRunner(world, Bot, presence);
        var sender = new InteractionSender(world, gateway, book);
        var actions = new PersonActions(world, runner, sender, book, Attachments);
        Scene = new OpeningScene(world, presence, actions);
        People = new PeopleRoutes(world, actions, runner, messages, threads);

        var clockHand = new ClockHand(clock, Bot);
        var faultHand = new FaultHand(world, gateway, faults, Bot);
        var placeHand = new PlaceHand(world, gateway);
        Stage = new StageRoutes(world, clockHand, faultHand, placeHand, Bot, presence, traffic);
    }

    public SandboxWorld World { get; }

    public Attachments Attachments { get; }

    public GatewayEndpoint Gateway { get; }

    public RestEndpoint Rest { get; }

    public BotLife Bot { get; }

    public OpeningScene Scene { get; }

    public PeopleRoutes People { get; }

    public StageRoutes Stage { get; }

    public SamplePages Pages { get; } = new();
}
