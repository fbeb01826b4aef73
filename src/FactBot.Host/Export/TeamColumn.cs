using System.Globalization;
using System.Text.Json.Nodes;
using FactBot.Text.Characters;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FactBot.Host.Export;

/// <summary>A column and the format of its cells in an export: ISO 8601 instants, chat ids as text, JSON as JSON.</summary>
internal sealed class TeamColumn(IColumn column)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private readonly Type? type = column.PropertyMappings is [var first, ..]
        ? Nullable.GetUnderlyingType(first.Property.ClrType) ?? first.Property.ClrType : null;

    public string Name => column.Name;

    /// <summary>Whether it is a plain number rather than a chat id.</summary>
    public bool IsNumber => type == typeof(long) || type == typeof(int);

    private bool IsIdOfChat => column.StoreType == "INTEGER" && !IsNumber && type != typeof(bool) && type != typeof(DateTimeOffset);

    public JsonNode? Write(object? cell) => cell switch
    {
        null => null,
        string text => type is null ? JsonNode.Parse(text) : JsonValue.Create(text),
        long ms when type == typeof(DateTimeOffset) =>
            JsonValue.Create(DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString(Instant, CultureInfo.InvariantCulture)),
        long id when IsIdOfChat => JsonValue.Create(((ulong)id).ToString(CultureInfo.InvariantCulture)),
        long number when type == typeof(bool) => JsonValue.Create(number != 0),
        // Most readers would round a number that a double can't hold.
        long number when Math.Abs(number) > 1L << 53 => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        _ => throw new InvalidOperationException($"{column.Table.Name}.{Name} holds a {cell.GetType().Name}, which no export knows."),
    };

    /// <exception cref="FormatException">The value doesn't fit the column.</exception>
    public object? Read(JsonNode? node)
    {
        if (node is null)
        {
            return column.IsNullable ? null : throw new FormatException($"{column.Table.Name}.{Name} is empty");
        }

        try
        {
            return ReadValue(node);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException or OverflowException)
        {
            throw new FormatException($"{column.Table.Name}.{Name} cannot be {Clip.To(node.ToJsonString(TeamExport.Json), 40)}", e);
        }
    }

    // The cast boxes each value separately: C# would convert numbers of different types to the widest one.
    private object ReadValue(JsonNode node) =>
        type is null ? node.ToJsonString(TeamExport.Json)
        : column.StoreType == "TEXT" ? node.GetValue<string>()
        : column.StoreType == "REAL" ? (object)node.GetValue<double>()
        : ReadInteger(node);

    private long ReadInteger(JsonNode node) =>
        type == typeof(DateTimeOffset) ? DateTimeOffset.ParseExact(
            node.GetValue<string>(), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds()
        : type == typeof(bool) ? node.GetValue<bool>() ? 1 : 0
        : IsIdOfChat ? (long)ulong.Parse(node.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture)
        : long.Parse(node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
