using FactBot.Domain.Teams;
using FactBot.Teams;

namespace FactBot.Tests.Teams;

public class RatingScaleTests
{
    [Fact]
    public void The_default_scale_has_the_ratings_that_the_desk_is_known_for()
    {
        var scale = RatingScales.Read(Path.Combine(AppContext.BaseDirectory, "config", "scales")).Of(new Team(new(1)));
        Assert.Equal(
            ["true 5", "mostly-true 4", "mixed 3", "mostly-false 2", "false 1", "unverifiable ", "missing-context ", "not-a-claim "],
            scale.Ratings.Select(r => $"{r.Key} {r.Score}"));
        Assert.Equal("mostly-false", scale.Get("Mostly False").Key);
    }

    [Fact]
    public void A_rating_in_any_script_has_a_key_of_its_own()
    {
        var scale = RatingScale.Parse("mine", """{"ratings":[{"name":"Правда","key":"true"},{"name":"Неправда","key":"false"}]}""");
        Assert.Equal("false", scale.Get("неправда").Key);
        Assert.Equal("Правда", scale.NameOf("true"));
    }

    [Theory]
    [InlineData("{", "no valid JSON")]
    [InlineData("{}", "0 ratings")]
    [InlineData("""{"ratings":[{"name":"A"}]}""", "1 ratings")]
    [InlineData("""{"ratings":[{"name":"A"},{"name":"a"}]}""", "a stands in it twice")]
    [InlineData("""{"ratings":[{"name":"A"},{"name":" "}]}""", "needs a name")]
    [InlineData("""{"ratings":[{"name":"A"},null]}""", "needs a name")]
    [InlineData("""{"ratings":[{"name":"A"},{"name":"Неправда"}]}""", "needs a \"key\"")]
    [InlineData("""{"ratings":[{"name":"A"},{"name":"B","colour":"red"}]}""", "no valid JSON")]
    public void A_wrong_scale_says_what_is_wrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => RatingScale.Parse("mine", json)).Message);
}
