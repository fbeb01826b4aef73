namespace FactBot.Host.Tests.OpenApi;

/// <summary>Something in the traffic that is not as the document says.</summary>
/// <param name="Route">Method and path: <c>POST /channels/{channel_id}/messages</c>; or an event's name.</param>
/// <param name="Part">Which part of it: path, query, request, response 200, payload.</param>
/// <param name="Path">Where in that part, empty for the whole.</param>
/// <param name="Expected">What the document wants there.</param>
internal sealed record Finding(string Route, string Part, string Path, string Expected)
{
    public override string ToString() => $"{Route} · {Part} · {(Path.Length == 0 ? "(all of it)" : Path)}: expected {Expected}";
}
