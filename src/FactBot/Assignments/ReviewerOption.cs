using FactBot.Chat;
using FactBot.Teams;

namespace FactBot.Assignments;

/// <summary>Reads whom an option names as a reviewer.</summary>
internal static class ReviewerOption
{
    /// <summary>The person; a refusal where they have not the reviewers' role at this moment.</summary>
    public static Person GetReviewer(this Request request, string option, Team team)
    {
        var person = request.GetPerson(option);
        return team.RoleOf(person) >= DeskRole.Reviewer
            ? person
            : throw new DeskRuleException(
                $"{person.Id} is no reviewer here; give them the role {team.ReviewerRole} first, or choose somebody who has it.");
    }
}
