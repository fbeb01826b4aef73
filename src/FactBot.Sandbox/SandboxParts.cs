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

/// <summary>All parts of a sandbox, wired up by hand: the list is a map of the project.</summary>
internal sealed class SandboxParts
{
    // Slightly more than the longest wait for a message bucket, so that rate-limited card edits are included.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    public SandboxParts(SandboxWorld world, SandboxClock clock, SandboxOptions options, BotFactory? botFactory)
    {
        var faults = new Faults();
        World = world;
        Traffic = new TrafficLog(clock);
        Book = new InteractionBook();
        Attachments = new Attachments(world);
        Endpoint = new InteractionEndpoint(world, Traffic);

        var gateway = new PretendGateway(world, faults, Traffic, options);
        var messages = new MessageStore(world, gateway, Attachments);
        var threads = new ThreadBook(world, gateway, messages);
        var log = new AuditLog(world, gateway);
        var webhooks = new WebhookMessages(world, messages);
        var reactions = new ReactionRoutes(world, gateway);
        var polls = new PollRoutes(world, gateway, messages);
        Gateway = new GatewayEndpoint(world, gateway, options);

        var routes = new RestRoutes();
        new GuildRoutes(world, gateway, log, Attachments).Map(routes);
        new ApplicationRoutes(world, Endpoint).Map(routes);
        new EmojiRoutes(world, gateway, log).Map(routes);
        new InviteRoutes(world, gateway, log).Map(routes);
        new EventRoutes(world, gateway, log).Map(routes);
        new RoleRoutes(world, gateway, log).Map(routes);
        new MemberRoutes(world, gateway, log).Map(routes);
        new ChannelRoutes(world, new ChannelBook(world, gateway, log), threads, gateway).Map(routes);
        new ThreadRoutes(world, threads).Map(routes);
        new MessageRoutes(world, messages, threads).Map(routes);
        new PinRoutes(world, gateway, messages, log).Map(routes);
        reactions.Map(routes);
        polls.Map(routes);
        new CommandRoutes(world).Map(routes);
        var responses = new InteractionRoutes(world, Book, messages);
        responses.Map(routes);
        new WebhookRoutes(world, Book, messages, webhooks).Map(routes);
        new ChannelWebhookRoutes(world, gateway, log, Attachments).Map(routes);
        Rest = new RestEndpoint(world, routes, faults, Traffic, options);

        Bot = new BotLife(world, gateway, botFactory);
        Presence = new BotPresence(world, gateway);
        Writing = new PersonWriting(world, messages, threads);
        var runner = new ActionRunner(world, Bot, Presence, Settling);
        var sender = new InteractionSender(world, gateway, Book, Endpoint, responses);
        var actions = new PersonActions(world, runner, sender, Book, Attachments);
        Scene = new OpeningScene(world, Presence, actions);
        People = new PeopleRoutes(world, actions, runner, Writing, new PersonReactions(world, reactions, polls));

        // The page shows the reply at once, and whatever follows from it as it arrives.
        var pageRunner = new ActionRunner(world, Bot, Presence, TimeSpan.Zero);
        PageActions = new PersonActions(world, pageRunner, sender, Book, Attachments);

        ClockControl = new ClockControl(clock, Bot);
        FaultInjector = new FaultInjector(world, gateway, faults, Bot);
        var guildControl = new GuildControl(world, gateway);
        Stage = new StageRoutes(world, ClockControl, FaultInjector, guildControl, Bot, Presence, Traffic);
    }

    public SandboxWorld World { get; }

    public Attachments Attachments { get; }

    public InteractionEndpoint Endpoint { get; }

    public GatewayEndpoint Gateway { get; }

    public RestEndpoint Rest { get; }

    public BotLife Bot { get; }

    public OpeningScene Scene { get; }

    public PeopleRoutes People { get; }

    public StageRoutes Stage { get; }

    public SamplePages Pages { get; } = new();

    public PersonActions PageActions { get; }

    public PersonWriting Writing { get; }

    public InteractionBook Book { get; }

    public BotPresence Presence { get; }

    public ClockControl ClockControl { get; }

    public FaultInjector FaultInjector { get; }

    public TrafficLog Traffic { get; }
}
