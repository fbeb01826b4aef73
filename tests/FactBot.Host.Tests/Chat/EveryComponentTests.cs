using FactBot.Chat;
using FactBot.Domain;
using FactBot.Host.Tests.OpenApi;
using FactBot.Host.Tests.Sandbox;

namespace FactBot.Host.Tests.Chat;

public sealed class EveryComponentTests
{
    private static readonly PersonId Chi = new(1100000000000000012);

    [Fact]
    public async Task Texts_choices_boxes_and_ticks_come_back_as_options()
    {
        await using var play = await Play.StartAsync();
        var form = EveryComponent.FormOf(FormFieldKind.Line, FormFieldKind.Choice, FormFieldKind.Radio, FormFieldKind.Boxes, FormFieldKind.Tick);
        var request = await EveryComponent.FillAsync(
            play, form, """{"Line":"A line","Choice":["1","3"],"Radio":"2","Boxes":["3","1"],"Tick":true}""");
        Assert.Equal(("vote", "#1"), (request.Command, request.GetText("claim")));
        Assert.Equal(("A line", "2", "true"), (request.GetText("Line"), request.GetText("Radio"), request.GetText("Tick")));
        Assert.Equal(["1", "3"], request.FindTexts("Choice"));
        Assert.Equal(["3", "1"], request.FindTexts("Boxes"));
    }

    [Fact]
    public async Task People_roles_and_channels_come_back_by_their_ids_and_people_with_their_roles()
    {
        await using var play = await Play.StartAsync();
        var form = EveryComponent.FormOf(FormFieldKind.Person, FormFieldKind.Role, FormFieldKind.PersonOrRole, FormFieldKind.Channel, FormFieldKind.Paragraph);
        var request = await EveryComponent.FillAsync(
            play, form, """{"Person":["Chi"],"Role":["editor"],"PersonOrRole":["reviewer","Ada"],"Channel":["review"],"Paragraph":"Words"}""");
        Assert.Equal(Chi, request.GetPerson("Person").Id);
        Assert.NotEmpty(request.GetPerson("Person").Roles);
        Assert.Equal(new RoleId(1100000000000000101), request.GetRole("Role"));
        Assert.Equal(2, request.FindTexts("PersonOrRole").Count);
        Assert.Equal(new ChannelId(1100000000000000105), request.GetChannel("Channel"));
    }

    [Fact]
    public async Task A_file_comes_back_as_a_file()
    {
        await using var play = await Play.StartAsync();
        var request = await EveryComponent.FillAsync(
            play, EveryComponent.FormOf(FormFieldKind.File), """{"File":{"name":"a.txt","contentBase64":"YWJj"}}""");
        Assert.Equal(("a.txt", 3L), (request.Files["File"].Name, request.Files["File"].Size));
        Assert.Null(request.FindText("File"));
    }

    [Theory]
    [InlineData(MenuKind.Choices, "1", "3")]
    [InlineData(MenuKind.People, "Chi", "Ada")]
    [InlineData(MenuKind.Roles, "editor", "reviewer")]
    [InlineData(MenuKind.PeopleAndRoles, "editor", "Chi")]
    [InlineData(MenuKind.Channels, "review", "digest")]
    public async Task What_is_chosen_from_a_menu_is_the_option_it_is_for(MenuKind kind, string first, string second)
    {
        await using var play = await Play.StartAsync();
        var request = await EveryComponent.ChooseAsync(play, EveryComponent.MenuOf(kind), first, second);
        Assert.Equal(("assign", "#1"), (request.Command, request.GetText("claim")));
        Assert.Equal(2, request.FindTexts("reviewer").Count);
        Assert.False(request.IsFilledForm);
        if (kind == MenuKind.People)
        {
            Assert.Contains(Chi, request.People.Keys);
        }
    }
}
