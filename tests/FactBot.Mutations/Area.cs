namespace FactBot.Mutations;

/// <summary>Rules that are mutated, and the tests that must notice.</summary>
/// <param name="Name">As it's told and asked for.</param>
/// <param name="Project">The source project, under <c>src</c>.</param>
/// <param name="Files">Paths within the project; <c>*</c> stands for any name.</param>
/// <param name="Tests">The test project, under <c>tests</c>.</param>
/// <param name="Nearest">The classes of tests that are run first, by the pattern of their names.</param>
/// <param name="Rest">Whether all the project's other tests follow where these pass.</param>
internal sealed record Area(
    string Name, string Project, IReadOnlyList<string> Files, string Tests, IReadOnlyList<string> Nearest, bool Rest = true)
{
    /// <summary>Everything that a wrong answer of would bend the record, open a vote, or lose or leak something.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new("votes", "FactBot", ["Votes/*.cs", "Claims/Claim.Votes.cs", "Claims/Claim.Assignments.cs", "Assignments/Assignment.cs"],
            "FactBot.Tests", ["Votes.*", "Claims.*", "Assignments.*"]),
        new("verdicts", "FactBot", ["Claims/Claim.Verdicts.cs", "Claims/Claim.Triage.cs", "Claims/Claim.Evidence.cs", "Verdicts/Verdict.cs", "Verdicts/*Verdict.cs"],
            "FactBot.Tests", ["Verdicts.*", "Claims.*", "Evidence.*"]),
        new("trail", "FactBot", ["Audit/*.cs"], "FactBot.Tests", ["Audit.*", "Privacy.*"]),
        new("privacy", "FactBot", ["Privacy/*.cs"], "FactBot.Tests", ["Privacy.*"]),
        new("permissions", "FactBot", ["Chat/CommandRouter.cs", "Chat/CommandSpec.cs", "Teams/DeskRole.cs", "Teams/Team.cs", "Claims/Stages.cs", "Claims/CompleteClaim.cs"],
            "FactBot.Tests", ["Permissions.*", "Chat.*", "Teams.*"]),
        new("schedules", "FactBot", ["Digests/DigestSchedule.cs", "Digests/DueDigests.cs", "Digests/DigestPlan.cs", "Reminders/*.cs", "Assignments/DueTime.cs", "Teams/TimeOfDay.cs", "Posts/Post.cs"],
            "FactBot.Tests", ["Digests.*", "Reminders.*", "Assignments.*", "Posts.*"]),
        new("fetches", "FactBot", ["Pages/PageFetch.cs", "Pages/PageReach.cs", "Pages/Robots.cs", "Pages/PageBody.cs", "Evidence/WebSite.cs"],
            "FactBot.Tests", ["Pages.*", "Evidence.*"]),
        new("client", "FactBot.Discord", ["Gateway/*.cs", "Rest/*.cs", "Interactions/*.cs"], "FactBot.Discord.Tests", ["Gateway.*", "Rest.*", "Interactions.*"]),
        new("database", "FactBot.Host", ["Operator/RestoreDatabase.cs", "Operator/BackUpDatabase.cs", "Storage/DatabaseFile.cs", "Storage/DatabaseHold.cs", "Export/ClaimsCsv.cs"],
            "FactBot.Host.Tests", ["Storage.*", "OperatorTests", "ExportTests", "Operations.HealthTests"], Rest: false),
    ];
}
