using System.Reflection;
using System.Runtime.CompilerServices;
using FactBot.Text.Pages;
using NetArchTest.Rules;

namespace FactBot.Tests;

/// <summary>What FactBot.Text may depend on, and its rooms on each other.</summary>
public class TextLibraryTests
{
    /// <summary>From the bottom up: a room imports only rooms before it, so there is no circle.</summary>
    private static readonly string[] Rooms =
    [
        "Characters", "Encodings", "Addresses", "Language", "Sentences", "Quotes", "Revisions",
        "Html", "Pdf", "Pages", "Terms", "Learning", "Matching", "Worthiness",
    ];

    private static Assembly Library { get; } = typeof(ArticleReader).Assembly;

    [Fact]
    public void Every_room_is_in_the_list() => Assert.Equal(
        Rooms.Order(), Library.GetTypes().Where(IsWritten).Select(t => t.Namespace!["FactBot.Text.".Length..]).Distinct().Order());

    [Theory]
    [MemberData(nameof(EachRoom))]
    public void A_room_imports_only_rooms_before_it(string room) => AssertNone(
        In(room).Should().NotHaveDependencyOnAny([.. Rooms[(Array.IndexOf(Rooms, room) + 1)..].Select(NamespaceOf)]));

    [Fact]
    public void An_import_inside_a_method_counts()
    {
        Assert.False(In("Revisions").Should().NotHaveDependencyOn(NamespaceOf("Sentences")).GetResult().IsSuccessful);
        Assert.False(In("Html").Should().NotHaveDependencyOn(NamespaceOf("Characters")).GetResult().IsSuccessful);
    }

    [Fact]
    public void The_library_references_only_dotnet_and_readers_of_html_pdf_and_encodings() => Assert.DoesNotContain(
        Library.GetReferencedAssemblies(), r => !IsAllowed(r.Name!));

    [Fact]
    public void The_library_has_no_clock_no_network_and_no_files() => AssertNone(Types.InAssembly(Library).Should().NotHaveDependencyOnAny(
        "System.TimeProvider", "System.Threading.Timer", "System.Threading.PeriodicTimer", "System.Diagnostics.Stopwatch",
        "System.Net.Http", "System.Net.Sockets", "System.IO.File", "System.IO.Directory", "System.Console"));

    public static TheoryData<string> EachRoom => [.. Rooms];

    private static PredicateList In(string room) => Types.InAssembly(Library).That().ResideInNamespace(NamespaceOf(room));

    private static string NamespaceOf(string room) => $"FactBot.Text.{room}";

    private static void AssertNone(ConditionList rule) => Assert.Empty(rule.GetResult().FailingTypeNames ?? []);

    private static bool IsAllowed(string assembly) =>
        (assembly.StartsWith("System.", StringComparison.Ordinal) && !assembly.StartsWith("System.Net", StringComparison.Ordinal))
        || assembly is "AngleSharp" or "SmartReader" or "UtfUnknown" || assembly.StartsWith("UglyToad.PdfPig", StringComparison.Ordinal);

    /// <summary>Whether it is in a file of the library rather than made by the compiler.</summary>
    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("FactBot.", StringComparison.Ordinal) == true && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null;
}
