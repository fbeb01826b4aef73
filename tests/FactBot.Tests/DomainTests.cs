using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Claims;
using FactBot.Domain.Teams;
using NetArchTest.Rules;

namespace FactBot.Tests;

/// <summary>What the rules may depend on, their rooms on each other, and that they leave all words to others.</summary>
public partial class DomainTests
{
    /// <summary>From the bottom up: a room imports only rooms before it, so there is no circle.</summary>
    private static readonly string[] Rooms =
        ["Audit", "Digests", "Teams", "Evidence", "Assignments", "Votes", "Articles", "Verdicts", "Claims"];

    /// <summary>What only an engineer reads: it tells of a call that is never right.</summary>
    private static readonly string[] ForEngineers = ["Nobody does this; the desk does it by itself."];

    private static Assembly Domain { get; } = typeof(Claim).Assembly;

    [Fact]
    public void Every_room_is_in_the_list() => Assert.Equal(
        Rooms.Order(),
        Domain.GetTypes().Where(IsWritten).Select(t => t.Namespace!["FactBot.Domain".Length..].TrimStart('.')).Where(n => n.Length > 0).Distinct().Order());

    [Theory]
    [MemberData(nameof(EachRoom))]
    public void A_room_imports_only_rooms_before_it(string room) => AssertNone(
        Types.InAssembly(Domain).That().ResideInNamespace(NamespaceOf(room))
            .Should().NotHaveDependencyOnAny([.. Rooms[(Array.IndexOf(Rooms, room) + 1)..].Select(NamespaceOf)]));

    [Fact]
    public void What_stands_outside_of_the_rooms_imports_none_of_them() => Assert.DoesNotContain(
        Types.InAssembly(Domain).That().HaveDependencyOnAny([.. Rooms.Select(NamespaceOf)]).GetTypes(), t => t.Namespace == "FactBot.Domain");

    [Fact]
    public void It_knows_no_database_no_chat_no_network_no_files_and_no_clock()
    {
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), r => !IsAllowed(r.Name!));
        AssertNone(Types.InAssembly(Domain).Should().NotHaveDependencyOnAny(
            "System.TimeProvider", "System.Threading.Timer", "System.Net.Http", "System.Net.Sockets", "System.IO.File", "System.Console"));
    }

    [Fact]
    public void It_holds_no_words_for_people() => Assert.Equal(ForEngineers, TextsOf(Domain).Where(t => Words().IsMatch(t)));

    [Fact]
    public void The_words_of_an_assembly_are_found() => Assert.Contains(TextsOf(typeof(RefusalWords).Assembly), t => Words().IsMatch(t));

    [Fact]
    public void Every_refusal_has_words_of_its_own()
    {
        var claim = new Claim(
            new ClaimSubmitted(7, "Text", new PersonId(1), null, null, null),
            new EventContext(new PersonId(1), DateTimeOffset.UnixEpoch, new Team(new TeamId(1)), null));
        var refusals = Domain.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).Select(t => Make(t, claim)).ToList();
        Assert.True(refusals.Count > 30, "the refusals were not found");
        Assert.Equal(refusals.Count, refusals.Select(r => RefusalWords.Of(r).Format).Distinct().Count());
    }

    [Fact]
    public void Every_action_on_a_claim_has_words_of_its_own() => Assert.Equal(
        Enum.GetValues<ClaimAction>().Length, Enum.GetValues<ClaimAction>().Select(FactBot.Claims.StageWords.PassiveOf).Distinct().Count());

    public static TheoryData<string> EachRoom => [.. Rooms];

    private static Refusal Make(Type refusal, Claim claim) => (Refusal)Activator.CreateInstance(
        refusal,
        [.. refusal.GetConstructors()[0].GetParameters().Select(p => p.ParameterType == typeof(Claim) ? claim : Activator.CreateInstance(p.ParameterType))])!;

    /// <summary>Returns every text that the assembly's code holds.</summary>
    private static IEnumerable<string> TextsOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        for (var at = MetadataTokens.UserStringHandle(1); !at.IsNil; at = metadata.GetNextHandle(at))
        {
            yield return metadata.GetUserString(at);
        }
    }

    private static void AssertNone(ConditionList rule) => Assert.Empty(rule.GetResult().FailingTypeNames ?? []);

    private static string NamespaceOf(string room) => $"FactBot.Domain.{room}";

    private static bool IsAllowed(string assembly) =>
        (assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("System.Net", StringComparison.Ordinal))
        || assembly is "FactBot.Text" or "NodaTime";

    /// <summary>Whether it is in a file of the project rather than made by the compiler.</summary>
    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("FactBot.", StringComparison.Ordinal) == true && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null;

    /// <summary>Two words in a row. A key such as <c>asked 17</c> has one, and what a record prints has signs between them.</summary>
    [GeneratedRegex(@"\p{L}{2,}[,;:]? \p{L}{2,}")]
    private static partial Regex Words();
}
