using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>Each keyword once accepts and once refuses, so that the check of the traffic can fail.</summary>
public sealed class SchemaValidatorTests
{
    public static TheoryData<string, string, string, string> Keywords => new()
    {
        { """{"$ref":"#/$defs/Id"}""", "\"1\"", "\"x\"", "" },
        { """{"$ref":"#/$defs/Box"}""", """{"in":{"in":{}}}""", """{"in":{"in":1}}""", "in.in" },
        { """{"type":"integer"}""", "1", "1.5", "" },
        { """{"type":"number"}""", "1.5", "\"1.5\"", "" },
        { """{"type":"boolean"}""", "false", "null", "" },
        { """{"type":["string","null"]}""", "null", "1", "" },
        { """{"type":"object"}""", "{}", "[]", "" },
        { """{"type":"array"}""", "[]", "{}", "" },
        { """{"oneOf":[{"type":"null"},{"type":"string"}]}""", "\"a\"", "1", "" },
        { """{"oneOf":[{"minimum":1},{"maximum":5}]}""", "0", "3", "" },
        { """{"anyOf":[{"minimum":1,"maximum":2},{"maximum":-1}]}""", "2", "0", "" },
        { """{"allOf":[{"minimum":1},{"maximum":2}]}""", "2", "3", "" },
        { """{"const":4}""", "4", "5", "" },
        { """{"enum":["a","b"]}""", "\"b\"", "\"c\"", "" },
        { """{"properties":{"a":{"type":"string"}}}""", """{"a":"x","b":1}""", """{"a":1}""", "a" },
        { """{"required":["a"]}""", """{"a":null}""", "{}", "a" },
        { """{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"b":1}""", "b" },
        { """{"additionalProperties":{"type":"string"}}""", """{"b":"x"}""", """{"b":1}""", "b" },
        { """{"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":2}""", "" },
        { """{"minProperties":1}""", """{"a":1}""", "{}", "" },
        { """{"items":{"type":"string"}}""", """["a"]""", """["a",1]""", "[1]" },
        { """{"minItems":1}""", "[1]", "[]", "" },
        { """{"maxItems":1}""", "[1]", "[1,2]", "" },
        { """{"uniqueItems":true}""", "[1,2]", "[1,1.0]", "" },
        { """{"minLength":1}""", "\"a\"", "\"\"", "" },
        { """{"maxLength":1}""", "\"\\ud83d\\ude8b\"", "\"ab\"", "" },
        { """{"minimum":1}""", "1", "0", "" },
        { """{"maximum":1}""", "1", "1.1", "" },
        { """{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"", "" },
        { """{"format":"snowflake"}""", "\"18446744073709551615\"", "\"18446744073709551616\"", "" },
        { """{"format":"date-time"}""", "\"2026-11-22T10:00:00.000000+00:00\"", "\"2026-11-22\"", "" },
        { """{"format":"uri"}""", "\"attachment://a.txt\"", "\"a.txt\"", "" },
        { """{"format":"nonce"}""", "\"1234567890123456789012345\"", "\"12345678901234567890123456\"", "" },
        { """{"format":"int32"}""", "2147483647", "2147483648", "" },
        { """{"format":"int64"}""", "9223372036854775807", "9223372036854775808", "" },
    };

    [Theory]
    [MemberData(nameof(Keywords))]
    public void Each_keyword_takes_what_fits_and_refuses_what_does_not(string schema, string good, string bad, string path)
    {
        Assert.Empty(Validate(schema, good).Faults);
        Assert.Equal(path, Assert.Single(Validate(schema, bad).Faults).Path);
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"properties":{"b":{}}}}}""", """{"a":{"b":1,"c":2}}""", "a.c")]
    [InlineData("""{"items":{"properties":{"b":{}}}}""", """[{"b":1},{"d":2}]""", "[1].d")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", """{"a":1,"b":2,"c":3}""", "c")]
    [InlineData("""{"anyOf":[{"required":["a"],"properties":{"a":{}}},{"required":["b"],"properties":{"b":{}}}]}""", """{"a":1,"c":3}""", "c")]
    public void A_member_that_no_schema_names_is_found(string schema, string value, string path) =>
        Assert.Equal([path], Validate(schema, value).FindUnknown(Parse(value)));

    [Theory]
    [InlineData("""{"type":"object"}""", """{"a":{"b":1}}""")]
    [InlineData("""{"additionalProperties":true}""", """{"a":{"b":1}}""")]
    [InlineData("""{"additionalProperties":{"properties":{"b":{}}}}""", """{"a":{"b":1}}""")]
    public void Where_a_schema_leaves_everything_open_nothing_is_unknown(string schema, string value) =>
        Assert.Empty(Validate(schema, value).FindUnknown(Parse(value)));

    [Fact]
    public void Of_many_forms_the_one_that_was_meant_tells_what_is_wrong()
    {
        const string Schema = """
            {"oneOf":[
              {"properties":{"type":{"const":1},"name":{"type":"string"}},"required":["type","name"]},
              {"properties":{"type":{"const":2},"size":{"maximum":5}},"required":["type","size"]}]}
            """;
        var fault = Assert.Single(Validate(Schema, """{"type":2,"size":6}""").Faults);
        Assert.Equal(("size", "at most 5, not 6"), (fault.Path, fault.Expected));
    }

    private static SchemaOutcome Validate(string schema, string value)
    {
        var root = Parse("""
            {"$defs":{"Id":{"type":"string","pattern":"^[0-9]+$"},"Box":{"type":"object","properties":{"in":{"$ref":"#/$defs/Box"}}}}}
            """);
        return new SchemaValidator(root).Validate(Parse(schema), Parse(value));
    }

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
