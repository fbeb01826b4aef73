using System.Text.Json.Nodes;
using FactBot.Sandbox.Json;

namespace FactBot.Sandbox.Discord.Rules;

/// <summary>Limits of a message's components: rows of buttons and selects, or the more flexible version 2.</summary>
/// <remarks>https://docs.discord.com/developers/components/reference</remarks>
internal static class ComponentRules
{
    private const int MostRows = 5;
    private const int MostV2 = 40;
    private const int MostV2Text = 4000;

    public static void Check(JsonNode body, bool isV2, FormErrors errors)
    {
        if (body.Member("components") is null)
            return;
        if (body.List("components") is not { } components)
        {
            errors.Add("components", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return;
        }

        var count = new Counted();
        if (!isV2)
            errors.Count("components", components.Count, 0, MostRows);
        foreach (var (index, component) in components.Index())
            CheckTop(component, $"components.{index}", isV2, count, errors);
        if (isV2 && count.All > MostV2)
            errors.Add(
                "components",
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                $"The total number of components cannot exceed {MostV2}");
        if (count.Text > MostV2Text)
            errors.Add(
                "components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", $"Must be {MostV2Text} or fewer in length.");
    }

    private static void CheckTop(JsonNode? component, string path, bool isV2, Counted count, FormErrors errors)
    {
        var type = component.Number("type");
        if (type == 1)
            CheckRow(component, path, count, errors);
        else if (!isV2)
            errors.Choice($"{path}.type", "1");
        else if (type == 17)
            CheckContainer(component, path, count, errors);
        else
            CheckBlock(component, path, count, errors);
    }

    private static void CheckContainer(JsonNode? container, string path, Counted count, FormErrors errors)
    {
        count.All++;
        var parts = container.List("components") ?? [];
        if (parts.Count == 0)
            errors.Required($"{path}.components");
        foreach (var (index, part) in parts.Index())
        {
            if (part.Number("type") == 1)
                CheckRow(part, $"{path}.components.{index}", count, errors);
            else
                CheckBlock(part, $"{path}.components.{index}", count, errors);
        }
    }

    private static void CheckRow(JsonNode? row, string path, Counted count, FormErrors errors)
    {
        count.All++;
        var parts = row.List("components") ?? [];
        var isSelect = parts.Count > 0 && parts[0].Number("type") is 3 or 5 or 6 or 7 or 8;
        errors.Count($"{path}.components", parts.Count, 1, isSelect ? 1 : 5);
        foreach (var (index, part) in parts.Index())
        {
            count.All++;
            ControlRules.Check(part, $"{path}.components.{index}", count.CustomIds, errors);
            if (part.Number("type") is not 2 && index > 0)
                errors.Choice($"{path}.components.{index}.type", "2");
        }
    }

    private static void CheckBlock(JsonNode? block, string path, Counted count, FormErrors errors)
    {
        count.All++;
        switch (block.Number("type"))
        {
            case 9:
                CheckSection(block, path, count, errors);
                break;
            case 10:
                errors.Length($"{path}.content", block.Text("content"), 1, MostV2Text);
                count.Text += FormErrors.CountCharacters(block.Text("content"));
                break;
            case 12:
                errors.Count($"{path}.items", block.List("items")?.Count ?? 0, 1, 10);
                break;
            case 13:
                if (block.Map("file").Text("url")?.StartsWith("attachment://", StringComparison.Ordinal) != true)
                    errors.Add(
                        $"{path}.file.url",
                        "UNFURLED_MEDIA_ITEM_INVALID_SCHEME",
                        "Scheme must be one of {'attachment'}.");
                break;
            case 14:
                errors.Range($"{path}.spacing", block.Number("spacing"), 1, 2);
                break;
            default:
                errors.Choice($"{path}.type", "1, 9, 10, 12, 13, 14, 17");
                break;
        }
    }

    private static void CheckSection(JsonNode? section, string path, Counted count, FormErrors errors)
    {
        var texts = section.List("components") ?? [];
        errors.Count($"{path}.components", texts.Count, 1, 3);
        foreach (var (index, text) in texts.Index())
        {
            if (text.Number("type") == 10)
                CheckBlock(text, $"{path}.components.{index}", count, errors);
            else
                errors.Choice($"{path}.components.{index}.type", "10");
        }

        count.All++;
        switch (section.Map("accessory").Number("type"))
        {
            case 2:
                ControlRules.Check(section.Map("accessory"), $"{path}.accessory", count.CustomIds, errors);
                break;
            case 11:
                break;
            default:
                errors.Choice($"{path}.accessory.type", "2, 11");
                break;
        }
    }

    private sealed class Counted
    {
        public int All { get; set; }

        public int Text { get; set; }

        public HashSet<string> CustomIds { get; } = [];
    }
}
