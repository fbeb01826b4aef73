using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FactBot.Discord.Wire;

namespace FactBot.Discord.Rest;

// Kept as bytes because a repeated request needs a new HttpContent.
internal sealed record RestBody(byte[] Json, IReadOnlyList<MessageFile> Files)
{
    public static RestBody Of<T>(T value, JsonTypeInfo<T> type, IReadOnlyList<MessageFile>? files = null) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), files ?? []);

    public HttpContent ToContent()
    {
        var json = new ByteArrayContent(Json);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (Files.Count == 0)
        {
            return json;
        }

        // https://docs.discord.com/developers/reference#uploading-files
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < Files.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(Files[i].Content);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(Files[i].ContentType);
            form.Add(file, $"files[{i}]", Files[i].Name);
        }
        return form;
    }
}
