namespace FactBot.Text.Sentences;

/// <summary>A sentence, a heading or a list item of a text.</summary>
/// <param name="Start">The index of its first character, in UTF-16 code units from 0.</param>
/// <param name="End">The index after its last character, without the white space that follows.</param>
/// <param name="Next">The index where the next one begins; together, the sentences make up the whole text.</param>
public readonly record struct Sentence(int Start, int End, int Next)
{
    public string In(string text) => text[Start..End];
}
