using FactBot.Sandbox.World;

namespace FactBot.Sandbox.People;

/// <summary>The person who acts, and the place.</summary>
/// <param name="Person">The person.</param>
/// <param name="Channel">The channel they have open.</param>
/// <param name="Guild">Its guild; null in a direct message.</param>
internal sealed record Scene(Person Person, Channel Channel, Guild? Guild);
