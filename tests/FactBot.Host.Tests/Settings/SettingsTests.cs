using System.ComponentModel;
using System.Text.Json;
using FactBot.Host.Settings;
using FactBot.Host.Tests.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FactBot.Host.Tests.Settings;

/// <summary>The settings' file, its schema and the options classes say the same.</summary>
public sealed class SettingsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "config");

    private static readonly JsonElement Schema = Read("factbot.schema.json");

    /// <summary>For each setting: values that are taken, and values that are not, as they stand in an environment variable.</summary>
    private static readonly Dictionary<string, (string[] Good, string[] Bad)> Samples = new()
    {
        ["Discord:Token"] = (["abc.def-g_h"], ["", "Bot abc", "a b"]),
        ["Discord:ApiUrl"] = (["https://discord.com/api/v10", "http://127.0.0.1:5180"], ["", "discord.com", "ftp://discord.com", "/api"]),
        ["Discord:Compress"] = (["true", "false"], ["", "perhaps", "1"]),
        ["Discord:Shards"] = (["auto", "Auto", "1", "1000"], ["", "0", "1001", "-1", "1.5", "many"]),
        ["Discord:Interactions"] = (["Gateway"], ["", "Mail", "7"]),
        ["Discord:PublicKey"] = (["", new string('a', 64)], ["00ff", new string('z', 64)]),
        ["Discord:Intents"] = (["Guilds", "Guilds, GuildMembers", "None"], ["", "Everything", "Guilds;GuildMembers"]),
        ["Discord:RequestTimeout"] = (["00:00:01", "00:05:00"], ["", "00:00:00", "00:05:01", "15", "soon"]),
        ["Discord:CallbackTimeout"] = (["00:00:00.1", "00:01:00"], ["", "00:00:00", "00:01:01", "2"]),
        ["Discord:LongestRateLimit"] = (["00:00:01", "01:00:00"], ["", "00:00:00", "01:00:01", "60"]),
        ["Web:Url"] = (["", "http://127.0.0.1:8080", "http://[::1]:8080/", "http://*:80"], ["8080", "https://127.0.0.1:8080", "http://127.0.0.1", "http://a:b"]),
        ["Storage:Path"] = (["./data/factbot.db", "/data/desk.db"], [""]),
        ["Storage:Handover"] = (["00:00:00", "00:05:00"], ["", "00:05:01", "-00:00:01", "20"]),
        ["Pages:Ports"] = (["80, 443", "80,443,8443", "65535"], ["", "0", "65536", "http", "80;443", "80,"]),
        ["Privacy:PolicyUrl"] = (["", "https://example.org/privacy"], ["example.org/privacy", "http://example.org/privacy"]),
        ["Privacy:Contact"] = (["", "desk@example.org"], [new string('a', 201)]),
        ["Logging:Format"] = (["Line", "Json"], ["", "Xml", "2"]),
    };

    public static TheoryData<string> Names => [.. Setting.All.Select(s => s.Path).Where(p => p != "Logging:LogLevel")];

    [Fact]
    public void The_file_has_every_setting_at_its_default_and_is_as_the_schema_says()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Folder, "factbot.json")).Build();
        Assert.Empty(new SchemaValidator(Schema).Validate(Schema, Read("factbot.json")).Faults);
        Assert.Equal(
            Setting.All.Where(s => s.Property.CanWrite).Select(s => $"{s.Path}={ShownDefault(s)}").Order(),
            Setting.Sections.SelectMany(s => file.GetSection(s.Name).GetChildren()).Where(s => s.Value is not null).Select(s => $"{s.Path}={s.Value!.ToLowerIfBoolean()}").Order());
        Assert.Equal(
            new LogOptions().LogLevel.ToDictionary(l => l.Key, l => l.Value.ToString()),
            file.GetSection("Logging:LogLevel").GetChildren().ToDictionary(l => l.Key, l => l.Value!));
    }

    [Fact]
    public void The_schema_knows_every_setting_and_no_other()
    {
        var known = Setting.Sections.SelectMany(s => SchemaOf(s.Name).GetProperty("properties").EnumerateObject().Select(p => $"{s.Name}:{p.Name}"));
        Assert.Equal(Setting.All.Select(s => s.Path).Order(), known.Order());
        Assert.Equal(Setting.Sections.Select(s => s.Name).Append("$schema").Order(), Schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(Enum.GetNames<LogLevel>(), SchemaOf("Logging", "LogLevel").GetProperty("additionalProperties").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_and_options_agree_on_a_setting(string path)
    {
        var setting = Get(path);
        var schema = SchemaOf(setting.Section, setting.Property.Name);
        Assert.Equal(ShownDefault(setting), schema.GetProperty("default").ToString().ToLowerIfBoolean());
        Assert.Matches(@" Counts (at once|from the next session on|from the next start on)\.$", schema.GetProperty("description").GetString());
        // What the schema cannot say of a time, its description does.
        if (setting.Type == typeof(TimeSpan))
        {
            Assert.Contains(setting.Allowed.Replace("a time ", "", StringComparison.Ordinal), schema.GetProperty("description").GetString(), StringComparison.Ordinal);
        }

        var (good, bad) = Samples[path];
        Assert.All(good, value => Assert.Null(FaultOf(setting, value)));
        Assert.All(good, value => Assert.True(IsInSchema(schema, value), value));
        // An editor takes no value that the start refuses, but for times and for what must be set somewhere.
        Assert.All(bad, value => Assert.True(!IsInSchema(schema, value) || setting.Type == typeof(TimeSpan) || setting.IsSecret, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_value_is_named_with_what_is_allowed_and_a_secret_is_not_told(string path)
    {
        var setting = Get(path);
        Assert.All(Samples[path].Bad, value =>
        {
            var sentence = FaultOf(setting, value);
            var shown = value.Length == 0 ? "is missing" : setting.IsSecret ? "cannot be what is set" : $"is “{value}”";
            Assert.Equal($"{path} {shown}. Set FACTBOT_{path.Replace(":", "__", StringComparison.Ordinal)} to {setting.Allowed}.", sentence);
        });
    }

    [Fact]
    public void Wrong_log_levels_and_names_that_are_no_setting_are_named()
    {
        var faults = SettingCheck.FindFaults(Of(
            ("Discord:Token", "t"), ("Logging:LogLevel:Default", "Loud"), ("Dicsord:Token", "t"), ("Web:Port", "80"), ("Discord:Interactions", "Gateway")));
        Assert.Equal(
            [
                "Dicsord:Token is no setting of FactBot; its sections are Discord, Web, Storage, Pages, Privacy, Logging.",
                "Logging:LogLevel:Default is “Loud”. Set FACTBOT_Logging__LogLevel__Default to one of Trace, Debug, Information, Warning, Error, Critical, None.",
                "Web:Port is no setting of FactBot; in Web there are Url.",
            ],
            faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_token_is_a_secret() =>
        Assert.Equal("Discord:Token", Assert.Single(Setting.All, s => s.IsSecret).Path);

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;

    private static Setting Get(string path) => Setting.All.Single(s => s.Path == path);

    private static JsonElement SchemaOf(params string[] path) =>
        path.Aggregate(Schema, (schema, name) => schema.GetProperty("properties").GetProperty(name));

    private static string? ShownDefault(Setting setting) => TypeDescriptor.GetConverter(setting.Type).ConvertToInvariantString(setting.Default)?.ToLowerIfBoolean();

    private static IConfiguration Of(params (string Path, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Path, (string?)s.Value))).Build();

    private static string? FaultOf(Setting setting, string value) => setting.FindFault(Of((setting.Path, value)));

    private static bool IsInSchema(JsonElement schema, string value) => new SchemaValidator(Schema).Validate(
        schema, bool.TryParse(value, out var flag) ? JsonSerializer.SerializeToElement(flag) : JsonSerializer.SerializeToElement(value)).IsValid;
}

internal static class BooleanText
{
    /// <summary>As JSON writes it: .NET writes <c>True</c>.</summary>
    public static string ToLowerIfBoolean(this string text) => bool.TryParse(text, out var flag) ? (flag ? "true" : "false") : text;
}
