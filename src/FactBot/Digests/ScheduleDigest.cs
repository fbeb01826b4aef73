using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Digests;
using FactBot.Domain.Teams;
using FactBot.Storage;
using FactBot.Teams;

namespace FactBot.Digests;

/// <summary><c>/digest schedule</c>: sets when and where digests go out, and which role they mention.</summary>
public sealed class ScheduleDigest(FactBotDbContext db, DueDigests digests) : ICommand
{
    private const string Never = "off";

    public static CommandSpec Spec { get; } = new("digest schedule", "When and where the digest goes out, and who is called")
    {
        RequiredRole = DeskRole.Editor,
        Options =
        [
            new OptionSpec("time", "Local time, such as 09:00").Required(),
            new OptionSpec("zone", "Time zone, such as Europe/Kyiv; otherwise as it is").CompletedBy<CompleteZone>(),
            new OptionSpec("days", "Such as every day, weekdays or mon, wed, fri; otherwise as it is").CompletedBy<CompleteDays>(),
            new OptionSpec("channel", "Where it goes; otherwise as it is", OptionKind.Channel),
            new OptionSpec("role", "Who is mentioned; @everyone for nobody; otherwise as it is", OptionKind.Role),
            new OptionSpec("weekly", "Day of a weekly digest with agreement and balance").OneOf(
                [
                    .. Enum.GetValues<Weekdays>().Where(d => d is not (Weekdays.None or Weekdays.All)).Select(d => new Choice($"{d}", $"{d}")),
                    new Choice("No weekly digest", Never),
                ]),
        ],
    };

    public async Task<Reply> HandleAsync(Request request, Team team, CancellationToken cancellationToken)
    {
        var times = new DigestTimes(
            request.FindText("zone") is { } zone ? TeamZone.Get(zone) : team.Zone,
            TimeOfDay.Get(request.GetText("time")),
            request.FindText("days") is { } days ? WeekdayText.Get(days) : team.Digests.Days);
        var channel = request.FindText("channel") is null ? team.DigestChannel : request.GetChannel("channel");
        var weekly = request.FindText("weekly") switch
        {
            null => team.Digests.Weekly,
            Never => (Weekdays?)null,
            var day => WeekdayText.Get(day),
        };
        var role = request.FindText("role") is null ? team.Digests.Role : request.GetRole("role");
        var scheduled = new DigestsScheduled(times, channel, weekly, role == team.Everyone ? null : role);
        await db.ApplyAsync(team, request, scheduled, cancellationToken);
        return Reply.Say($"{Describe(team)} {await digests.NextAsync(team, cancellationToken)}");
    }

    /// <summary>Describes the schedule in a sentence.</summary>
    internal static Words Describe(Team team)
    {
        var plan = team.Digests;
        Words weekly = plan.Weekly is { } day ? (Words)$", and a weekly one {WeekdayText.Name(day)}" : $"";
        Words role = plan.Role is { } called ? (Words)$" It mentions {called}." : $" It mentions nobody.";
        return $"The digest goes to {team.DigestChannel} {WeekdayText.Name(plan.Days)} at {plan.Time:HH\\:mm} ({team.Zone}){weekly}.{role}";
    }
}
