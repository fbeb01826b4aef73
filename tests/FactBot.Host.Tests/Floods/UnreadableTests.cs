using System.Text.Json;
using System.Text.Json.Nodes;
using FactBot.Discord.Interactions;

namespace FactBot.Host.Tests.Floods;

/// <summary>Interactions of shapes that nobody knows: each is answered or dropped, and the bot goes on.</summary>
[Collection(nameof(Alone))]
public class UnreadableTests
{
    private static readonly string[] Shapes = ["null", "0", "-1.5", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "[{}]", "1e999", "99999999999999999999999"];

    [Fact]
    public async Task An_option_given_twice_is_answered_with_a_reference_and_logged()
    {
        await using var discord = await SlowDiscord.OpenAsync();
        await using var bot = await QuietBot.OpenAsync(discord.Address);
        var twice = bot.Command("claim", Option("submit", 1, Option("text", 3, "The tram has 14 stops."), Option("text", 3, "It has 15.")));
        bot.Hear(twice);
        await Stories.Newsroom.UntilAsync(() => Task.FromResult(discord.Answered.ContainsKey((string)twice["id"]!)));
        Assert.Contains("reference", discord.Answered[(string)twice["id"]!], StringComparison.Ordinal);
        Assert.Single(bot.Logs, line => line.StartsWith("Error An interaction failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_completion_that_cannot_be_read_gets_no_choices()
    {
        await using var discord = await SlowDiscord.OpenAsync();
        await using var bot = await QuietBot.OpenAsync(discord.Address);
        var twice = bot.Command("claim", Option("show", 1, Option("claim", 3, "1"), Option("claim", 3, "1")));
        twice["type"] = 4;
        bot.Hear(twice);
        await Stories.Newsroom.UntilAsync(() => Task.FromResult(discord.Answered.ContainsKey((string)twice["id"]!)));
        Assert.Contains("\"type\":8", discord.Answered[(string)twice["id"]!], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_mutated_interaction_is_answered_or_dropped_and_the_bot_goes_on()
    {
        var unhandled = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) => Interlocked.Increment(ref unhandled);
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await using var discord = await SlowDiscord.OpenAsync();
            await using var bot = await QuietBot.OpenAsync(discord.Address);
            var random = new Random(16);
            var expected = new HashSet<string>();
            var nothing = 0;
            for (var i = 0; i < 1_500; i++)
            {
                var interaction = Seed(bot, i);
                for (var change = random.Next(1, 4); change > 0; change--)
                {
                    Mutate(interaction, random);
                }

                var text = Repeated(interaction.ToJsonString(), random);
                var json = JsonElement.Parse(text);
                if (InteractionReader.Find(json) is not { } read)
                {
                    nothing++;
                }
                else if (TimeProvider.System.GetUtcNow() - read.Id.CreatedAt < TimeSpan.FromMinutes(1))
                {
                    expected.Add(read.Id.ToString());
                }

                bot.Hear(json);
                if (i % 100 == 99)
                {
                    await Stories.Newsroom.UntilAsync(() => Task.FromResult(expected.All(discord.Answered.ContainsKey)));
                }
            }

            Assert.True(expected.Count > 1_000, $"{expected.Count} of 1,500 could be answered");
            Assert.True(nothing > 10, $"only {nothing} could not");
            Assert.InRange(bot.Dropped, nothing, 1_500 - expected.Count);
            var last = bot.Command("help");
            bot.Hear(last);
            await Stories.Newsroom.UntilAsync(() => Task.FromResult(discord.Answered.ContainsKey((string)last["id"]!)));
        }
        finally
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unhandled);
    }

    /// <summary>A command, a completion, a click, a chosen person, a form with a file, or a message's menu.</summary>
    private static JsonObject Seed(QuietBot bot, int i)
    {
        var submit = bot.Command("claim", Option("submit", 1, Option("text", 3, $"The tram has {i} stops."), Option("claimant", 3, "Holt")));
        var person = JsonNode.Parse("""{"users":{"7":{"id":"7","username":"ben"}},"members":{"7":{"roles":["14"],"permissions":"0"}}}""")!;
        var data = (i % 6) switch
        {
            1 => JsonNode.Parse("""{"id":"5","name":"claim","type":1,"options":[{"name":"show","type":1,"options":[{"name":"claim","type":3,"value":"t","focused":true}]}]}"""),
            2 => JsonNode.Parse("""{"custom_id":"1||claim want|claim=1","component_type":2}"""),
            3 => new JsonObject { ["custom_id"] = "1||assign|claim=1|reviewer=?", ["component_type"] = 5, ["values"] = new JsonArray("7"), ["resolved"] = person },
            4 => JsonNode.Parse("""
                {"custom_id":"1||article add","resolved":{"attachments":{"9":{"id":"9","filename":"a.txt","size":3,"url":"https://cdn.invalid/a"}}},
                 "components":[{"type":18,"id":1,"component":{"type":4,"id":2,"custom_id":"title","value":"A title"}},{"type":18,"id":3,"component":{"type":19,"id":4,"custom_id":"file","values":["9"]}}]}
                """),
            5 => JsonNode.Parse("""
                {"id":"6","name":"Submit as claim","type":3,"target_id":"8","resolved":{"messages":{"8":{"id":"8","channel_id":"9","author":{"id":"7","username":"ben"},
                 "content":"The tram has 14 stops.","timestamp":"2026-11-22T10:00:00+00:00"}}}}
                """),
            _ => null,
        };
        (submit["type"], submit["data"]) = ((i % 6) switch { 1 => 4, 2 or 3 => 3, 4 => 5, _ => 2 }, data ?? submit["data"]!.DeepClone());
        return submit;
    }

    /// <summary>Drops a field or an element, puts something of another kind in its place, or says it twice.</summary>
    private static void Mutate(JsonObject interaction, Random random)
    {
        var places = new List<JsonNode>();
        Collect(interaction, places);
        var place = places[random.Next(places.Count)];
        var other = JsonNode.Parse(Shapes[random.Next(Shapes.Length)]);
        if (place is JsonObject { Count: > 0 } o)
        {
            var key = o.ElementAt(random.Next(o.Count)).Key;
            if (random.Next(3) == 0)
            {
                o.Remove(key);
            }
            else
            {
                o[key] = other;
            }
        }
        else if (place is JsonArray { Count: > 0 } a)
        {
            var at = random.Next(a.Count);
            switch (random.Next(3))
            {
                case 0:
                    a.RemoveAt(at);
                    break;
                case 1:
                    a.Add(a[at]?.DeepClone());
                    break;
                default:
                    a[at] = other;
                    break;
            }
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject or JsonArray)
        {
            places.Add(node);
            foreach (var child in node is JsonObject o ? o.Select(p => p.Value) : node.AsArray())
            {
                Collect(child, places);
            }
        }
    }

    /// <summary>Now and then a field of the outermost object stands there twice, or a text is none.</summary>
    private static string Repeated(string json, Random random) =>
        random.Next(10) switch
        {
            0 => $$"""{"type":{{random.Next(0, 9)}},{{json[1..]}}""",
            // Half of a surrogate pair, which is no text.
            1 => json.Replace("tram", "\\ud800", StringComparison.Ordinal),
            _ => json,
        };

    private static JsonObject Option(string name, int type, params JsonNode[] options) =>
        new() { ["name"] = name, ["type"] = type, ["options"] = new JsonArray(options) };

    private static JsonObject Option(string name, int type, string value) => new() { ["name"] = name, ["type"] = type, ["value"] = value };
}
