namespace FactBot.Text.Sentences;

/// <summary>A sentence, a heading or a list item of a text.</summary>
/// <param name="Start">Its first character, in UTF-16 code units from 0.</param>
/// <param name="End">The place after its last character, without the white space that follows.</param>
/// <param name="Next">Where the next one begins; together the sentences are the whole text.</param>
public readonly record struct Sentence(int Start, int End, int Next)
{
    public string In(string text) => text[Start..End];
}
