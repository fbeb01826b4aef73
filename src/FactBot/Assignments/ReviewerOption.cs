using FactBot.Chat;
using FactBot.Domain;
using FactBot.Domain.Teams;

namespace FactBot.Assignments;

/// <summary>Reads the person a command's option names as a reviewer.</summary>
internal static class ReviewerOption
{
    /// <summary>Returns the person; refuses if they don't have the reviewer role at the moment.</summary>
    public static Person GetReviewer(this Request request, string option, Team team)
    {
        var person = request.GetPerson(option);
        return team.RoleOf(person) >= DeskRole.Reviewer
            ? person
            : throw new DeskRuleException(
                $"{person.Id} is no reviewer here; give them the role {team.ReviewerRole} first, or choose somebody who has it.");
    }
}
