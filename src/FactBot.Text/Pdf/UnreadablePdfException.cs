namespace FactBot.Text.Pdf;

/// <summary>Thrown for a file without readable text, for a reason that the person who sent it can fix.</summary>
internal sealed class UnreadablePdfException(UnreadablePdfException.Cause why) : Exception("The file holds no text that can be read.")
{
    public enum Cause
    {
        /// <summary>Its pages are pictures.</summary>
        Scan,

        /// <summary>It opens only with a password.</summary>
        Password,
    }

    public Cause Why { get; } = why;
}
