using CsCheck;
using FactBot.Articles;
using FactBot.Text.Quotes;
using FactBot.Text.Revisions;

namespace FactBot.Tests.Articles;

public class AnchorFollowTests
{
    private const string Before =
        "The bridge was opened on Monday. It cost 12 million crowns and took three years to build. The mayor was pleased with it.";

    [Fact]
    public void A_passage_that_was_reworded_is_found_by_its_surroundings()
    {
        var after = Before.Replace("It cost 12 million crowns", "It cost 14 million crowns", StringComparison.Ordinal);
        var follow = Follow(Before, "It cost 12 million crowns and took three years to build.", after);
        Assert.False(follow.IsSame);
        Assert.Equal("It cost 14 million crowns and took three years to build.", follow.Anchor!.Selector.Exact);
        Assert.Equal(
            "It cost ~~12~~ **14** million crowns and took three years to build.",
            ShownDiff.Of("It cost 12 million crowns and took three years to build.", follow.Anchor.Selector.Exact).ToString());
    }

    [Fact]
    public void A_passage_that_was_taken_out_is_not_found()
    {
        var after = Before.Replace("It cost 12 million crowns and took three years to build. ", "", StringComparison.Ordinal);
        Assert.Null(Follow(Before, "It cost 12 million crowns and took three years to build.", after).Anchor);
    }

    [Fact]
    public void Of_several_places_with_the_same_words_the_one_with_the_same_surroundings_is_meant()
    {
        const string before = "Ada said no. Ben agreed with her. Then Chi said no. Dee did not.";
        var at = before.LastIndexOf("said no", StringComparison.Ordinal);
        var follow = AnchorFollow.Find("A new first sentence, in which Eli said no. " + before, TextQuoteSelector.Of(before, at, at + 7), at);
        Assert.Equal("Then Chi ", follow.Anchor!.Selector.Prefix[^9..]);
    }

    /// <summary>With a letter or digit at least, since what has none states nothing and is no claim.</summary>
    private static Gen<string> Sentence { get; } =
        from words in Gen.OneOf("war", "peace", "28", "“so", "said”", "it’s", "😀", "é", "plan", "the", "Ada", "міст", "нове").List[2, 12].Where(w => w.Exists(x => x.Any(char.IsLetterOrDigit)))
        select string.Join(' ', words) + ".";

    [Fact]
    public void Whatever_is_edited_elsewhere_the_passage_is_found_with_its_words() =>
        (from parts in Sentence.List[1, 12]
         from place in Gen.Int[0, parts.Count - 1]
         from added in Sentence.List[0, 3]
         from dropped in Gen.Int[0, parts.Count - 1]
         select (parts, place, added, dropped))
        .Sample(t =>
        {
            var before = string.Join(' ', t.parts);
            var at = t.parts.Take(t.place).Sum(p => p.Length + 1);
            var selector = TextQuoteSelector.Of(before, at, at + t.parts[t.place].Length);
            var after = string.Join("\n\n", t.added.Concat(t.parts.Where((_, i) => i == t.place || i != t.dropped)));
            var follow = AnchorFollow.Find(after, selector, at);
            return follow is { IsSame: true, Anchor: { } anchor }
                && after[anchor.Start..anchor.End] == anchor.Selector.Exact
                && Words(anchor.Selector.Exact) == Words(selector.Exact);
        });

    [Fact]
    public void A_passage_that_is_no_longer_there_never_points_to_words_that_are_mostly_others() =>
        (from before in Sentence from others in Sentence.List[0, 6] select (before, others))
        .Sample(t =>
        {
            var after = string.Join(' ', t.others);
            var follow = AnchorFollow.Find(after, TextQuoteSelector.Of(t.before, 0, t.before.Length), 0);
            return follow.Anchor is null || follow.IsSame || WordDiff.Likeness(t.before, after[follow.Anchor.Start..follow.Anchor.End]) >= 0.5;
        });

    [Fact]
    public void Whatever_is_written_into_the_text_before_and_after_it_the_passage_is_found_with_its_words() =>
        (from passage in Sentence
         from around in Anything.Array[4]
         select (passage, around))
        .Sample(t =>
        {
            var before = $"{t.around[0]}\n{t.passage}\n{t.around[1]}";
            var at = t.around[0].Length + 1;
            var selector = TextQuoteSelector.Of(before, at, at + t.passage.Length);
            var after = $"{t.around[2]}\n{t.passage}\n{t.around[3]}";
            return AnchorFollow.Find(after, selector, at) is { IsSame: true, Anchor: { } anchor }
                && after[anchor.Start..anchor.End] == anchor.Selector.Exact
                && Words(anchor.Selector.Exact) == Words(t.passage);
        });

    [Theory]
    [InlineData("He sold his cafe.", "He sold his cafe\u0301.")]
    [InlineData("The plan has 28 points.", "The plan has 128 points.")]
    [InlineData("ان الخطة", "ان الخطةَ")]
    public void A_letter_or_a_mark_more_makes_another_word(string passage, string after)
    {
        var follow = AnchorFollow.Find(after, TextQuoteSelector.Of(passage, 0, passage.Length), 0);
        Assert.False(follow.IsSame);
    }

    /// <summary>Any characters at all, and the passage's own words among them.</summary>
    private static Gen<string> Anything { get; } =
        from parts in Gen.OneOf(Gen.UShort.Select(c => (char)c).Array[0, 8].Select(c => new string(c)), Sentence, Gen.Const("\u202E"), Gen.Const("\u0301")).List[0, 8]
        select string.Join(' ', parts);

    private static AnchorFollow Follow(string before, string passage, string after)
    {
        var at = before.IndexOf(passage, StringComparison.Ordinal);
        return AnchorFollow.Find(after, TextQuoteSelector.Of(before, at, at + passage.Length), at);
    }

    private static string Words(string text) =>
        string.Join(' ', text.ToLowerInvariant().Replace('“', '"').Replace('”', '"').Replace('’', '\'').Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Trim('"', ' ');
}
