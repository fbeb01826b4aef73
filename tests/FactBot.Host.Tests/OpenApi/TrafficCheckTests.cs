using System.Text.Json;

namespace FactBot.Host.Tests.OpenApi;

/// <summary>The check of the traffic against a small document of our own: it must find what is wrong.</summary>
public sealed class TrafficCheckTests
{
    private const string Document = """
        {"paths":{"/things/{id}":{
          "parameters":[{"name":"id","in":"path","schema":{"type":"string","format":"snowflake"}}],
          "get":{"parameters":[{"name":"limit","in":"query","schema":{"type":"integer","maximum":5}}],
            "responses":{"200":{"content":{"application/json":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}},
                         "4XX":{"$ref":"#/components/responses/Error"}}},
          "put":{"requestBody":{"required":true,"content":{
              "application/json":{"schema":{"type":"object","properties":{"name":{"type":"string","maxLength":3}}}},
              "multipart/form-data":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}},
            "responses":{"204":{}}}}},
         "components":{
          "responses":{"Error":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/ErrorResponse"}}}}},
          "schemas":{"ErrorResponse":{"type":"object","required":["code"],"properties":{"code":{"type":"integer"}}}}}}
        """;

    [Theory]
    [InlineData("GET", "/things/1", "?limit=5", 200, "null", """{"name":"a"}""")]
    [InlineData("PUT", "/things/1", "", 204, """{"name":"abc"}""", "null")]
    [InlineData("GET", "/things/x", "?limt=9", 404, "null", """{"code":1}""")]
    [InlineData("DELETE", "/nothing", "", 404, "null", """{"code":0}""")]
    public void What_is_as_documented_passes(string method, string path, string query, int status, string request, string response) =>
        Assert.Empty(Check(method, path, query, status, request, response));

    [Theory]
    [InlineData("GET", "/things/x", "", 200, "null", "{}", "GET /things/{id} · path · id: expected a snowflake, not \"x\"")]
    [InlineData("GET", "/things/1", "?limt=5", 200, "null", "{}", "GET /things/{id} · query · limt: expected a documented parameter")]
    [InlineData("GET", "/things/1", "?limit=6", 200, "null", "{}", "GET /things/{id} · query · limit: expected a value of {\"type\":\"integer\",\"maximum\":5}, not '6'")]
    [InlineData("GET", "/things/1", "", 200, "{}", "{}", "GET /things/{id} · request · (all of it): expected no body")]
    [InlineData("GET", "/things/1", "", 200, "null", """{"name":1}""", "GET /things/{id} · response 200 · name: expected string, not number")]
    [InlineData("GET", "/things/1", "", 200, "null", """{"nam":"a"}""", "GET /things/{id} · response 200 · nam: expected no such member")]
    [InlineData("GET", "/things/1", "", 404, "null", """{"message":"m"}""", "GET /things/{id} · response 404 · code: expected to be there (required)")]
    [InlineData("GET", "/things/1", "", 201, "null", "{}", "GET /things/{id} · response 201 · (all of it): expected a documented status")]
    [InlineData("GET", "/others/1", "", 200, "null", "{}", "GET /others/1 · path · (all of it): expected a documented route")]
    [InlineData("PUT", "/things/1", "", 204, "null", "null", "PUT /things/{id} · request · (all of it): expected a body")]
    [InlineData("PUT", "/things/1", "", 204, """{"name":"abcd"}""", "null", "PUT /things/{id} · request · name: expected at most 3 characters, not 4")]
    [InlineData("PUT", "/things/1", "", 204, """{"title":"a"}""", "null", "PUT /things/{id} · request · title: expected no such member")]
    [InlineData("PUT", "/things/1", "", 204, "{}", "{}", "PUT /things/{id} · response 204 · (all of it): expected no body")]
    public void What_is_not_is_found_and_told(
        string method, string path, string query, int status, string request, string response, string finding)
    {
        var findings = Check(method, path, query, status, request, response);
        Assert.Contains(finding, findings.Select(one => one.ToString()));
    }

    [Fact]
    public void Another_content_type_is_found_and_a_stage_hands_fault_is_not()
    {
        const string Line = """{"kind":"rest","method":"PUT","path":"/api/v10/things/1","query":"","status":204,"request":{},"response":null,"requestHeaders":{"Content-Type":"text/plain"}}""";
        Assert.Equal("a documented content type, not 'text/plain'", Assert.Single(Read(Line)).Expected);
        Assert.Empty(Read(Line.Replace("\"status\":204", "\"status\":500,\"fault\":\"Http500\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_allowed_difference_has_a_reason_and_a_page_of_discord() =>
        Assert.All(AllowedDifference.All, allowed =>
            Assert.True(allowed.Reason.Length > 0 && allowed.Page.Host == "docs.discord.com", allowed.ToString()));

    private static IReadOnlyList<Finding> Check(
        string method, string path, string query, int status, string request, string response) => Read(
        $$$"""{"kind":"rest","method":"{{{method}}}","path":"/api/v10{{{path}}}","query":"{{{query}}}","status":{{{status}}},"request":{{{request}}},"response":{{{response}}},"requestHeaders":{"Content-Type":"application/json; charset=utf-8"}}""");

    private static IReadOnlyList<Finding> Read(string line)
    {
        var check = new TrafficCheck(new DiscordDocument(JsonSerializer.Deserialize<JsonElement>(Document)));
        check.Read(line);
        return check.Findings;
    }
}
