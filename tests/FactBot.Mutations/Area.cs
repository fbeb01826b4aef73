namespace FactBot.Mutations;

/// <summary>Rules that are mutated, and the tests that must notice.</summary>
/// <param name="Name">As it's told and asked for.</param>
/// <param name="Project">The source project, under <c>src</c>.</param>
/// <param name="Files">Paths within the project; <c>*</c> stands for any name.</param>
/// <param name="Tests">The test project, under <c>tests</c>.</param>
/// <param name="Nearest">The classes of tests that must notice, by the pattern of their names.</param>
internal sealed record Area(string Name, string Project, IReadOnlyList<string> Files, string Tests, IReadOnlyList<string> Nearest)
{
    /// <summary>Tests that take longer than the others together: they follow where those pass.</summary>
    public static IReadOnlyList<string> Slow { get; } =
    [
        "Claims.RandomDaysTests", "Claims.SealGamesTests", "Claims.ConcurrencyTests", "Audit.RecordTests", "Audit.TamperingTests",
        "Privacy.ErasureLoopTests", "Privacy.ForgettingHistoryTests", "Permissions.PermissionTests", "Chat.DoublePressTests",
        "Digests.DigestYearsTests", "Operations.HealthTests",
    ];

    /// <summary>Everything that a wrong answer of would bend the record, open a vote, or lose or leak something.</summary>
    public static IReadOnlyList<Area> All { get; } =
    [
        new("votes", "FactBot.Domain", ["Votes/*.cs", "Claims/Claim.Votes.cs", "Claims/Claim.Assignments.cs", "Claims/Tally.cs", "Teams/Agreement.cs", "Assignments/Assignment.cs"],
            "FactBot.Tests", ["Votes.*", "Claims.*", "Assignments.*"]),
        new("verdicts", "FactBot.Domain", ["Claims/Claim.Verdicts.cs", "Claims/Claim.Triage.cs", "Claims/Claim.Evidence.cs", "Verdicts/Verdict.cs"],
            "FactBot.Tests", ["Verdicts.*", "Claims.*", "Evidence.*"]),
        new("verdict commands", "FactBot", ["Verdicts/*Verdict.cs"], "FactBot.Tests", ["Verdicts.*", "Claims.*"]),
        new("trail", "FactBot", ["Audit/*.cs"], "FactBot.Tests", ["Audit.*", "Privacy.*"]),
        new("entries", "FactBot.Domain", ["Audit/*.cs"], "FactBot.Tests", ["Audit.*", "Privacy.*"]),
        new("privacy", "FactBot", ["Privacy/*.cs"], "FactBot.Tests", ["Privacy.*"]),
        new("roles", "FactBot.Domain", ["Teams/DeskRole.cs", "Teams/Team.cs", "Claims/Stages.cs"], "FactBot.Tests", ["Permissions.*", "Chat.*", "Teams.*"]),
        new("permissions", "FactBot", ["Chat/CommandRouter.cs", "Chat/CommandSpec.cs", "Claims/CompleteClaim.cs"],
            "FactBot.Tests", ["Permissions.*", "Chat.*", "Teams.*"]),
        new("schedules", "FactBot.Domain", ["Digests/DigestSchedule.cs", "Digests/DigestPlan.cs", "Teams/QuietHours.cs"], "FactBot.Tests", ["Digests.*", "Reminders.*"]),
        new("due work", "FactBot", ["Digests/DueDigests.cs", "Reminders/*.cs", "Assignments/DueTime.cs", "Teams/TimeOfDay.cs", "Posts/Post.cs"],
            "FactBot.Tests", ["Digests.*", "Reminders.*", "Assignments.*", "Posts.*"]),
        new("fetches", "FactBot", ["Pages/PageFetch.cs", "Pages/PageReach.cs", "Pages/Robots.cs", "Pages/PageBody.cs"],
            "FactBot.Tests", ["Pages.*", "Evidence.*"]),
        new("sites", "FactBot.Text", ["Addresses/WebSite.cs"], "FactBot.Tests", ["Evidence.*"]),
        new("client", "FactBot.Discord", ["Gateway/*.cs", "Rest/*.cs", "Interactions/*.cs"], "FactBot.Discord.Tests", ["Gateway.*", "Rest.*", "Interactions.*"]),
        new("restore", "FactBot.Host", ["Operator/RestoreDatabase.cs"], "FactBot.Host.Tests", ["Storage.RestoreTests"]),
        new("backup", "FactBot.Host", ["Operator/BackUpDatabase.cs"], "FactBot.Host.Tests", ["OperatorTests"]),
        new("file", "FactBot.Host", ["Storage/DatabaseFile.cs", "Storage/DatabaseHold.cs"],
            "FactBot.Host.Tests", ["Storage.DatabaseFileTests", "Storage.DatabaseHoldTests", "Operations.HealthTests"]),
        new("csv", "FactBot.Host", ["Export/ClaimsCsv.cs"], "FactBot.Tests", ["Export.ClaimsCsvTests"]),
    ];
}
