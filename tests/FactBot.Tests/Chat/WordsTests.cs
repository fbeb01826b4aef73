using FactBot.Chat;

namespace FactBot.Tests.Chat;

public class WordsTests
{
    [Fact]
    public void Format_and_arguments_are_kept_apart()
    {
        var name = "{0} **bold**";
        Words words = $"{{claim}} by {name}, {3:N0} votes";
        Assert.Equal("{{claim}} by {0}, {1} votes", words.Format);
        Assert.Equal([name, 3], words.Arguments.Select(a => a.Value));
        Assert.Equal("{claim} by {0} **bold**, 3 votes", words.ToString());
    }

    [Fact]
    public void A_plain_string_is_an_argument_and_never_part_of_the_format()
    {
        var words = Words.Of("**not ours**");
        Assert.Equal("{0}", words.Format);
    }
}
