namespace FactBot.Text.Pdf;

/// <summary>A file whose text cannot be had, for a reason that whoever brings it can do something about.</summary>
internal sealed class UnreadablePdfException(UnreadablePdfException.Cause why) : Exception("The file holds no text that can be read.")
{
    public enum Cause
    {
        /// <summary>Its pages are pictures.</summary>
        Scan,

        /// <summary>It opens with a password alone.</summary>
        Password,
    }

    public Cause Why { get; } = why;
}
