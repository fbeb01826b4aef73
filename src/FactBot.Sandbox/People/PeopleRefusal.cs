using System.Text.Json.Nodes;

namespace FactBot.Sandbox.People;

/// <summary>Refuses what Discord's own app wouldn't let a person do, or what doesn't exist: one sentence, with 400 or
/// 404.</summary>
internal sealed class PeopleRefusal(int status, string sentence) : Exception(sentence)
{
    public int Status => status;

    public static PeopleRefusal NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);

    public static PeopleRefusal NotPossible(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    public static JsonObject ToJson(string sentence) => new()
    {
        ["outcome"] = "failed",
        ["deferred"] = false,
        ["ephemeral"] = false,
        ["error"] = sentence,
        ["elapsedMs"] = 0,
    };
}
