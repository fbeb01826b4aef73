using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FactBot.Storage;

/// <summary>
/// Converts entities to database rows by means of the model, so that a new column is never overlooked. A cell is null, a
/// <see cref="long"/>, a <see cref="double"/> or a string. Keys and columns that the database makes are left out.
/// </summary>
internal static class RowCells
{
    private static readonly ConditionalWeakTable<IEntityType, Row> Rows = [];

    /// <summary>Returns the cells of an entity's row, including those of what it owns, by column.</summary>
    public static Dictionary<string, object?> Of(IEntityType type, object? entity)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        var row = RowOf(type);
        foreach (var (column, property, converter) in row.Cells)
        {
            cells[column] = entity is null ? null : Write(converter, ValueOf(property, entity));
        }

        foreach (var (part, container) in row.Parts)
        {
            var value = entity is null ? null : ValueOf(part, entity);
            if (container is not null)
            {
                cells[container] = Canonical(WriteJson(part, value));
            }
            else
            {
                foreach (var (column, cell) in Of(part.TargetEntityType, value))
                {
                    cells[column] = cell;
                }
            }
        }

        return cells;
    }

    /// <summary>Recreates an entity from its cells.</summary>
    public static object Make(IEntityType type, IReadOnlyDictionary<string, object?> cells)
    {
        var entity = New(type);
        foreach (var property in Kept(type))
        {
            Set(property, entity, Read(property, cells.GetValueOrDefault(ColumnOf(property))));
        }

        foreach (var part in PartsOf(type))
        {
            if (part.TargetEntityType.IsMappedToJson())
            {
                var json = cells.GetValueOrDefault(part.TargetEntityType.GetContainerColumnName()!) as string;
                Put(part, entity, string.IsNullOrEmpty(json) ? null : JsonNode.Parse(json));
            }
            else if (Of(part.TargetEntityType, null).Keys.Any(column => cells.GetValueOrDefault(column) is not null))
            {
                Set(part, entity, Make(part.TargetEntityType, cells));
            }
        }

        return entity;
    }

    /// <summary>Returns the columns that hold JSON, which is compared by content.</summary>
    public static IEnumerable<string> JsonColumns(IEntityType type) =>
        PartsOf(type).Where(p => p.TargetEntityType.IsMappedToJson()).Select(p => p.TargetEntityType.GetContainerColumnName()!);

    /// <summary>Returns JSON in a canonical form, so that equal content gives equal text; other text unchanged.</summary>
    public static string? Canonical(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? null : Canonical(JsonNode.Parse(json));
        }
        catch (System.Text.Json.JsonException)
        {
            return json;
        }
    }

    /// <summary>Adds to a list that the entity exposes as read-only.</summary>
    public static void Add(INavigationBase navigation, object entity, object item) => ListOf(navigation, entity).Add(item);

    private static string? Canonical(JsonNode? node) => node is null or JsonArray { Count: 0 } ? null : Sorted(node)!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Returns what a type's rows are made of; found out once, since asking the model takes long.</summary>
    private static Row RowOf(IEntityType type) => Rows.GetValue(type, static of => new(
        [.. Kept(of).Select(p => new Cell(ColumnOf(p), p, p.GetTypeMapping().Converter))],
        [.. PartsOf(of).Select(p => (p, p.TargetEntityType.IsMappedToJson() ? p.TargetEntityType.GetContainerColumnName() : null))]));

    private static string ColumnOf(IProperty property) =>
        property.GetColumnName(StoreObjectIdentifier.Create((IEntityType)property.DeclaringType, StoreObjectType.Table)!.Value)!;

    private static IEnumerable<IProperty> Kept(IEntityType type) => type.GetProperties()
        .Where(p => !p.IsShadowProperty() && p.GetComputedColumnSql() is null && !(p.IsPrimaryKey() && p.ClrType == typeof(long)));

    private static IEnumerable<INavigation> PartsOf(IEntityType type) =>
        type.GetNavigations().Where(n => !n.IsOnDependent && n.TargetEntityType.IsOwned());

    private static JsonNode? WriteJson(INavigation part, object? value) => value switch
    {
        null => null,
        IEnumerable items when part.IsCollection => new JsonArray([.. items.Cast<object>().Select(i => WriteJson(part.TargetEntityType, i))]),
        _ => WriteJson(part.TargetEntityType, value),
    };

    private static JsonObject WriteJson(IEntityType type, object entity)
    {
        var json = new JsonObject();
        foreach (var property in Kept(type))
        {
            var value = ValueOf(property, entity);
            json[property.GetJsonPropertyName()!] = value is null ? null : JsonNode.Parse(JsonOf(property).ToJsonString(value));
        }

        foreach (var part in PartsOf(type))
        {
            json[part.TargetEntityType.GetJsonPropertyName()!] = WriteJson(part, ValueOf(part, entity));
        }

        return json;
    }

    private static void Put(INavigation part, object entity, JsonNode? json)
    {
        if (!part.IsCollection)
        {
            Set(part, entity, json is null ? null : ReadJson(part.TargetEntityType, json.AsObject()));
            return;
        }

        foreach (var item in json?.AsArray() ?? [])
        {
            Add(part, entity, ReadJson(part.TargetEntityType, item!.AsObject()));
        }
    }

    private static object ReadJson(IEntityType type, JsonObject json)
    {
        var entity = New(type);
        foreach (var property in Kept(type))
        {
            var value = json[property.GetJsonPropertyName()!];
            Set(property, entity, value is null ? null : JsonOf(property).FromJsonString(value.ToJsonString()));
        }

        foreach (var part in PartsOf(type))
        {
            Put(part, entity, json[part.TargetEntityType.GetJsonPropertyName()!]);
        }

        return entity;
    }

    private static Microsoft.EntityFrameworkCore.Storage.Json.JsonValueReaderWriter JsonOf(IProperty property) =>
        property.GetJsonValueReaderWriter() ?? property.GetTypeMapping().JsonValueReaderWriter!;

    private static object? Write(ValueConverter? converter, object? value) =>
        Plain(value is not null && converter is not null ? converter.ConvertToProvider(value) : value);

    private static object? Plain(object? value) => value switch
    {
        bool isSo => isSo ? 1L : 0L,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        Guid id => id.ToString().ToUpperInvariant(),
        int or short or byte or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };

    private static object? Read(IProperty property, object? cell)
    {
        if (cell is null)
        {
            return null;
        }

        var converter = property.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var value = type == typeof(bool) ? (long)cell != 0
            : type == typeof(DateOnly) ? DateOnly.Parse((string)cell, CultureInfo.InvariantCulture)
            : type == typeof(TimeOnly) ? TimeOnly.Parse((string)cell, CultureInfo.InvariantCulture)
            : type == typeof(Guid) ? Guid.Parse((string)cell)
            : Convert.ChangeType(cell, type, CultureInfo.InvariantCulture);
        return converter is null ? value : converter.ConvertFromProvider(value);
    }

    private static object? ValueOf(IPropertyBase property, object entity) =>
        property.PropertyInfo is { } info ? info.GetValue(entity) : property.FieldInfo!.GetValue(entity);

    private static void Set(IPropertyBase property, object entity, object? value)
    {
        if (property.FieldInfo is { } field)
        {
            field.SetValue(entity, value);
        }
        else
        {
            property.PropertyInfo!.SetValue(entity, value);
        }
    }

    private static IList ListOf(INavigationBase navigation, object entity)
    {
        if (navigation.FieldInfo!.GetValue(entity) is IList list)
        {
            return list;
        }

        list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(navigation.TargetEntityType.ClrType))!;
        navigation.FieldInfo.SetValue(entity, list);
        return list;
    }

    private static object New(IEntityType type) =>
        type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is { } constructor
            ? constructor.Invoke([])
            : RuntimeHelpers.GetUninitializedObject(type.ClrType);

    private sealed record Row(Cell[] Cells, (INavigation Part, string? Container)[] Parts);

    private sealed record Cell(string Column, IProperty Property, ValueConverter? Converter);
}
